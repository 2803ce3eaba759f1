namespace MovieChain.Learning;

/// <summary>Decides what a provider offers to whom.</summary>
internal interface ISlatePolicy
{
    /// <summary>Fills a member's slate with different films. Called from several threads at once.</summary>
    /// <param name="member">The member.</param>
    /// <param name="week">The week of the offer.</param>
    /// <param name="slate">The slate to fill; no longer than the catalogue.</param>
    void FillSlate(MemberId member, Week week, Span<FilmId> slate);
}
