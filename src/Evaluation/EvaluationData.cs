namespace MovieChain.Evaluation;

/// <summary>Size of the training and test rows together.</summary>
internal sealed record EvaluationData(int Rows, int Users, int Films);
