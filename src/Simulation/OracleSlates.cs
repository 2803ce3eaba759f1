using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;

namespace MovieChain.Simulation;

/// <summary>The ceiling: a policy that sees the members' tastes, money and films, but not what other providers offer in the same week.</summary>
/// <param name="oracle">Finds the best slate.</param>
/// <param name="catalogue">The films.</param>
/// <param name="homes">The members of every provider.</param>
/// <param name="weeklyBudget">The most that a member spends in a week; null where only its balance binds it.</param>
internal sealed class OracleSlates(Oracle oracle, FilmCatalogue catalogue, ImmutableArray<Population> homes, Money? weeklyBudget) : ISlatePolicy
{
    public void FillSlate(MemberId member, Week week, Span<FilmId> slate) =>
        oracle.FillSlate(homes[member.Provider.Index], member.Number, slate, weeklyBudget, catalogue.Released(week));
}
