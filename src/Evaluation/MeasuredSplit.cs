namespace MovieChain.Evaluation;

/// <summary>A split with the trained factorization and what it predicts.</summary>
/// <param name="Number">Number of the split, from 1.</param>
/// <param name="Training">Training rows.</param>
/// <param name="Test">Test rows.</param>
/// <param name="Model">The factorization.</param>
/// <param name="Rows">Prediction or rank of each test row.</param>
internal sealed record MeasuredSplit<T>(int Number, RatingTable Training, RatingTable Test, IRatingModel Model, T[] Rows);
