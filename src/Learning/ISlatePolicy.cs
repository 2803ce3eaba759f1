namespace MovieChain.Learning;

/// <summary>Decides which films a provider offers to each member.</summary>
internal interface ISlatePolicy
{
    /// <summary>Fills a member's slate, no longer than the catalogue, with distinct films. Called from several threads at once.</summary>
    void FillSlate(MemberId member, Week week, Span<FilmId> slate);
}
