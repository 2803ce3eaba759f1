using System.Collections.Immutable;

namespace MovieChain.Audience;

/// <summary>A view of the subscribers of a provider, whose attributes stay with their home providers. Nothing is copied.</summary>
internal sealed class Subscribers(Subscriptions subscriptions, ImmutableArray<Population> homes, ProviderId provider) : IMembers
{
    public ProviderId Provider => provider;

    public int Count => subscriptions.Count(provider);

    public MemberId Id(int member) => subscriptions.PersonOf(new MemberId(provider, member));

    public ReadOnlySpan<int> Tastes(int member) => HomeOf(member, out var number).Tastes(number);

    public int Threshold(int member) => HomeOf(member, out var number).Threshold(number);

    public bool Consents(int member) => HomeOf(member, out var number).Consents(number);

    public int Privacy(int member) => HomeOf(member, out var number).Privacy(number);

    public Money Balance(int member) => HomeOf(member, out var number).Balance(number);

    public ReadOnlySpan<ulong> Owned(int member) => HomeOf(member, out var number).Owned(number);

    private Population HomeOf(int member, out int number)
    {
        var person = Id(member);
        number = person.Number;
        return homes[person.Provider.Index];
    }
}
