namespace MovieChain.Learning;

/// <summary>The result of a week's training.</summary>
/// <param name="Policy">The slates of the next week.</param>
/// <param name="TrainingRows">Order lines learned from.</param>
/// <param name="ValidationRmse">The root mean squared error of the predicted probability of purchase. A model trained in the same way on 85 % of
/// the pairs of member and film is measured on the other pairs. Null where nothing is predicted or no pair could be held out.</param>
internal record Learned(ISlatePolicy Policy, long TrainingRows, double? ValidationRmse);
