namespace MovieChain.Evaluation;

/// <summary>A trained model that predicts ratings or scores films.</summary>
internal interface IRatingModel
{
    /// <summary>The predicted rating or score; NaN if the model has no prediction.</summary>
    double Predict(int user, int film);
}
