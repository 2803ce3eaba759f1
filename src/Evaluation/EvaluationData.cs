namespace MovieChain.Evaluation;

/// <summary>How much there is to train on and to measure on together.</summary>
/// <param name="Rows">How many ratings.</param>
/// <param name="Users">How many users they are by.</param>
/// <param name="Films">How many films they are of.</param>
internal sealed record EvaluationData(int Rows, int Users, int Films);
