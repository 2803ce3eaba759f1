namespace MovieChain.Tests.CommandLine;

public sealed class BadScenarioTests : IDisposable
{
    private readonly ScenarioFolder _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public async Task A_file_that_is_too_long_for_a_scenario_is_refused() =>
        (await _scenario.RunAsync($$"""{ "weeks": 1 {{new string(' ', 1 << 20)}} }""")).AssertRefused("is longer than 1048576 bytes");

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("weeks: 3", "line 1")]
    [InlineData("{\n  \"weeks\": 3\n  \"films\": 20\n}", "line 3")]
    [InlineData("{ \"weeks\": 3", "line 1")]
    [InlineData("{ \"weeks\": 3 } { }", "line 1")]
    public async Task What_is_not_JSON_is_refused_with_the_line(string text, string line) =>
        (await _scenario.RunAsync(text)).AssertRefused("scenario.json", line);

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("3", "must be an object")]
    [InlineData("null", "must be an object")]
    [InlineData("""{ "providers": {} }""", "'providers'")]
    [InlineData("""{ "providers": [] }""", "1 to 64")]
    [InlineData("""{ "providers": ["A"] }""", "providers[0]")]
    [InlineData("""{ "providers": [{ "name": "A", "reads": "A" }] }""", "'providers[0].reads'")]
    [InlineData("""{ "providers": [{ "name": "A", "reads": [1] }] }""", "'providers[0].reads'")]
    [InlineData("""{ "access": 3 }""", "'access'")]
    [InlineData("""{ "recommender": null }""", "'recommender'")]
    public async Task A_value_of_another_shape_is_refused_by_its_place(string text, string said) => (await _scenario.RunAsync(text)).AssertRefused(said);

    [Theory]
    [InlineData("""{ "week": 3 }""", "'week' (did you mean 'weeks'?)")]
    [InlineData("""{ "Weeks": 3 }""", "'Weeks' (did you mean 'weeks'?)")]
    [InlineData("""{ "weekly-budget": 3 }""", "'weekly-budget' (did you mean 'weeklyBudget'?)")]
    [InlineData("""{ "threads": 3 }""", "'threads'")]
    [InlineData("""{ "providers": [{ "name": "A" }, { "name": "B", "read": [] }] }""", "'providers[1].read' (did you mean 'reads'?)")]
    [InlineData("""{ "weeks": 3, "weeks": 4 }""", "weeks")]
    [InlineData("""{ "providers": [{ "name": "A", "name": "B" }] }""", "name")]
    public async Task A_key_that_is_misspelt_or_said_twice_is_refused_by_name(string text, string said) =>
        (await _scenario.RunAsync(text)).AssertRefused("scenario.json", said);

    [Theory]
    [InlineData("""{ "weeks": 0 }""", "weeks 0: must be a whole number from 1 to 520")]
    [InlineData("""{ "weeks": 2.5 }""", "weeks 2.5: must be a whole number from 1 to 520")]
    [InlineData("""{ "weeks": "3" }""", "weeks \"3\": must be a whole number from 1 to 520")]
    [InlineData("""{ "weeks": null }""", "weeks null: must be a whole number from 1 to 520")]
    [InlineData("""{ "consent": [1, 0.5] }""", "consent [1, 0.5]: must be one value, a number from 0 to 1")]
    [InlineData("""{ "consent": 1.5 }""", "consent 1.5: must be a number from 0 to 1")]
    [InlineData("""{ "seed": -1 }""", "seed -1: must be a whole number from 0 to 9007199254740991")]
    [InlineData("""{ "sharedAudience": 2 }""", "sharedAudience 2: must be a number from 0 to 1")]
    [InlineData("""{ "weeklyBudget": null }""", "weeklyBudget null: must be a whole number from 1 to 1000000")]
    [InlineData("""{ "repeat": "twice" }""", "repeat twice: must be one of rent, once")]
    [InlineData("""{ "arrivals": 600 }""", "arrivals 600: must be a whole number from 0 to 521")]
    [InlineData("""{ "regularization": "15" }""", "regularization \"15\": must be a number from 0.01 to 10000")]
    [InlineData("""{ "slate": 6, "films": 5 }""", "slate 6: must be a whole number from 1 to 5")]
    [InlineData("""{ "providers": [{ "name": "A", "customers": 0 }] }""", "providers[0].customers 0: must be a whole number from 1 to 1000000")]
    [InlineData("""{ "recommender": "foo" }""", "recommender foo: must be one of mf, popular, random, oracle")]
    public async Task A_number_or_choice_that_is_not_allowed_is_refused_with_what_is(string text, string message) =>
        (await _scenario.RunAsync(text)).AssertRefused(message);

    [Theory]
    [InlineData("""{ "weeks": {\n "a": [1,\n 2] } }""")]
    [InlineData("""{ "weeks": "a\nb" }""")]
    public async Task A_value_of_several_lines_is_refused_in_one(string text) =>
        (await _scenario.RunAsync(text.Replace("\\n", "\n", StringComparison.Ordinal))).AssertRefused("scenario.json");

    [Theory]
    [InlineData("""[{ "name": "A" }, { "name": "A" }]""", "two providers 'A'")]
    [InlineData("""[{ "name": "Ab" }, { "name": "aB" }]""", "two providers 'Ab'")]
    [InlineData("""[{ "name": "Star TV" }, { "name": "Star  TV" }]""", "two providers 'Star TV' and 'Star  TV': names must differ in more than spaces and upper and lower case")]
    [InlineData("""[{ "name": "Star TV" }, { "name": "STARTV" }]""", "two providers 'Star TV' and 'STARTV'")]
    [InlineData("""[{ "name": "Star TV" }, { "name": "Star TV" }]""", "two providers")]
    [InlineData("""[{ "name": "Star TV" }, { "name": "Star　TV" }]""", "two providers")]
    [InlineData("""[{ "name": "Ciné" }, { "name": "CINÉ" }]""", "two providers 'Ciné' and 'CINÉ'")]
    [InlineData("""[{ "name": "A❤" }, { "name": "A❤️" }]""", "two providers")]
    [InlineData("""[{ "name": "A​B" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "Aㅤ" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "A͏B" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "A⠀B" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "Together" }]""", "'providers[0].name' Together: is reserved for reports and access rules, as are Together, All owners, Mean of all pairs, own, notebook, all")]
    [InlineData("""[{ "name": "A" }, { "name": "ALL  OWNERS" }]""", "'providers[1].name' ALL  OWNERS: is reserved")]
    [InlineData("""[{ "name": "mean of all pairs" }]""", "is reserved")]
    [InlineData("""[{ "name": "Own" }]""", "is reserved")]
    [InlineData("""[{ "name": "notebook" }]""", "is reserved")]
    [InlineData("""[{ "name": "all" }]""", "is reserved")]
    [InlineData("""[{ "name": "A:B" }]""", "'providers[0].name'")]
    [InlineData("""[{ "name": "A,B" }]""", "'providers[0].name'")]
    [InlineData("""[{ "name": "" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFG" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": " A" }]""", "'providers[0].name'")]
    [InlineData("""[{ "name": "A\tB" }]""", "'providers[0].name'")]
    [InlineData("""[{ "name": "A\u202EB" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "A\u2028B" }]""", "1 to 32 visible characters")]
    [InlineData("""[{ "name": "A\uD800B" }]""", "not valid Unicode")]
    [InlineData("""[{ "customers": 5 }]""", "'providers[0].name' is missing")]
    [InlineData("""[{ "name": "A", "reads": ["Nobody"] }]""", "A reads 'Nobody'")]
    [InlineData("""[{ "name": "A", "reads": ["B,B:A"] }, { "name": "B" }]""", "A reads 'B,B:A'")]
    public async Task A_provider_that_cannot_be_is_refused(string providers, string said) =>
        (await _scenario.RunAsync($$"""{ "providers": {{providers}} }""")).AssertRefused(said);

    [Fact]
    public async Task Saying_twice_who_reads_whom_is_refused() =>
        (await _scenario.RunAsync("""{ "access": "all", "providers": [{ "name": "A", "reads": [] }] }""")).AssertRefused("'access'", "'reads'");

    [Fact]
    public async Task A_file_without_a_name_is_refused() => (await Invocation.RunAsync("--scenario", "")).AssertRefused("must name a file");

    [Fact]
    public async Task What_the_file_says_reaches_the_terminal_without_its_escape_codes()
    {
        var refused = await _scenario.RunAsync("""{ "\u001b[31mred": 1 }""");
        refused.AssertRefused("?[31mred");
        Assert.DoesNotContain('\u001b', refused.Error);
    }
}
