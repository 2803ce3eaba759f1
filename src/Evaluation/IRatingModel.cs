namespace MovieChain.Evaluation;

/// <summary>What has been learned of ratings.</summary>
internal interface IRatingModel
{
    /// <summary>The rating that a user is expected to give a film; NaN where the model cannot say.</summary>
    double Predict(int user, int film);
}
