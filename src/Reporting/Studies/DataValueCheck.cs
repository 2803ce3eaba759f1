using MovieChain.Experiments;

namespace MovieChain.Reporting.Studies;

/// <summary>Whether a study of coalitions is free of faults.</summary>
internal static class DataValueCheck
{
    /// <summary>Shapley values are sums of some hundred terms of whole units: rounding stays far below this.</summary>
    private const double MaxError = 1e-6;

    /// <summary>Whether the Shapley values of each replication add up to what all sharing gains over none.</summary>
    public static bool AddsUp(this DataValuePoint point) => point.LargestError <= MaxError;

    /// <summary>Whether all points' Shapley values add up.</summary>
    public static bool AddsUp(this DataValue value) => value.Points.All(AddsUp);
}
