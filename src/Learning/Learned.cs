namespace MovieChain.Learning;

/// <summary>What a provider believes after a week's training.</summary>
/// <param name="Policy">What it offers next.</param>
/// <param name="TrainingRows">How many order lines it has learned from.</param>
/// <param name="ValidationRmse">The root mean squared error of the predicted probability of purchase: that of a model trained in the same way
/// on 85 % of the pairs of member and film, measured on the others; null where nothing is predicted or nothing could be held out.</param>
internal record Learned(ISlatePolicy Policy, long TrainingRows, double? ValidationRmse);
