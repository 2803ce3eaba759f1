using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;

namespace MovieChain.Simulation;

/// <summary>The ceiling: a policy that looks at the members' tastes, money and films. It stands here because nothing that learns may see them.
/// What other providers offer in the same week it cannot see.</summary>
/// <param name="oracle">Knows the best slate.</param>
/// <param name="catalogue">The films.</param>
/// <param name="homes">The members of every provider.</param>
/// <param name="weeklyBudget">The most that a member spends in a week; null where only its balance binds it.</param>
internal sealed class OracleSlates(Oracle oracle, FilmCatalogue catalogue, ImmutableArray<Population> homes, Money? weeklyBudget) : ISlatePolicy
{
    public void FillSlate(MemberId member, Week week, Span<FilmId> slate) =>
        oracle.FillSlate(homes[member.Provider.Index], member.Number, slate, weeklyBudget, catalogue.Released(week));
}
