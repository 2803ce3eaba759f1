using MovieChain.Audience;
using MovieChain.Learning;
using MovieChain.Market;

namespace MovieChain.Simulation;

/// <summary>The ceiling: a policy that looks at the members' tastes. It stands here because nothing that learns may see them.</summary>
internal sealed class OracleSlates(Oracle oracle, Population members) : ISlatePolicy
{
    public void FillSlate(MemberId member, Week week, Span<FilmId> slate) => oracle.FillSlate(members, member.Number, slate);
}
