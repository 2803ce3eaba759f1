namespace MovieChain.Tests.CommandLine;

/// <summary>An unknown word is refused with the nearest known one.</summary>
public sealed class MisspeltWordTests
{
    [Theory]
    [InlineData("--weks 5", "'--weks' is no command or option (did you mean '--weeks'?); --help lists them")]
    [InlineData("--weks=5", "'--weks' is no command or option (did you mean '--weeks'?)")]
    [InlineData("--Weeks 5", "(did you mean '--weeks'?)")]
    [InlineData("--seeds 5", "'--seeds' is no command or option (did you mean '--seed'?)")]
    [InlineData("-weeks 5", "'-weeks' is no command or option (did you mean '--weeks'?)")]
    [InlineData("weeks 5", "'weeks' is no command or option (did you mean '--weeks'?)")]
    [InlineData("version", "'version' is no command or option (did you mean '--version'?)")]
    [InlineData("--colour red", "'--colour' is no command or option; --help lists them")]
    [InlineData("comapre own all", "'comapre' is no command or option (did you mean 'compare'?)")]
    [InlineData("comapre own all --replications 3", "'comapre' is no command or option (did you mean 'compare'?)")]
    [InlineData("evalute --ratings x", "'evalute' is no command or option (did you mean 'evaluate'?)")]
    [InlineData("comapre --help", "'comapre' is no command or option (did you mean 'compare'?)")]
    [InlineData("help comapre", "'comapre' is no command or option (did you mean 'compare'?)")]
    [InlineData("mine --dificulty 3", "'--dificulty' is no option of mine (did you mean '--difficulty'?); mine --help lists them")]
    [InlineData("mine 28", "'28' is no option of mine; mine --help lists them")]
    [InlineData("evaluate --rating x", "'--rating' is no option of evaluate (did you mean '--ratings'?)")]
    public async Task A_command_or_option_is_named_with_the_nearest_and_the_help(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("compare own all --reps 5", "'--reps' is no option of compare (did you mean '--replications'?); compare --help lists them")]
    [InlineData("compare --reps 5 own all", "'--reps' is no option of compare")]
    [InlineData("compare own all -r 5", "'-r' is no option of compare")]
    [InlineData("verify --chekpoint ab run.chain", "'--chekpoint' is no option of verify (did you mean '--checkpoint'?)")]
    [InlineData("show --blok", "'--blok' is no option of show (did you mean '--block'?)")]
    [InlineData("--chain --resum", "'--resum' is no command or option (did you mean '--resume'?)")]
    [InlineData("--keys --sael", "'--sael' is no command or option")]
    public async Task A_word_with_dashes_is_no_value_of_an_argument_or_option(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Fact]
    public async Task Behind_two_dashes_every_word_is_a_value() =>
        (await Invocation.RunAsync("compare own -- --all -x")).AssertRefused("regime '--all'");

    [Fact]
    public async Task A_word_is_not_suggested_in_its_own_place() =>
        (await Invocation.RunAsync("--weeks 1 -- --weeks 2")).AssertRefused("'--weeks' is no command or option; --help lists them");

    [Theory]
    [InlineData("--recommender hybird", "--recommender hybird: must be one of mf, popular, random, oracle, hybrid", "(did you mean 'hybrid'?)")]
    [InlineData("--recommender pop", "(did you mean 'popular'?)")]
    [InlineData("--repeat onec", "(did you mean 'once'?)")]
    [InlineData("--format jason", "(did you mean 'json'?)")]
    [InlineData("--access owm", "(did you mean 'own'?)")]
    [InlineData("--access Hulu:Netflx", "there is no provider 'Netflx' (did you mean 'Netflix'?); there are Netflix, Hulu, Prime")]
    [InlineData("compare own all --interval bcs", "(did you mean 'bca'?)")]
    public async Task A_value_is_named_with_the_nearest(string commandLine, params string[] said) => (await Invocation.RunAsync(commandLine)).AssertRefused(said);

    [Theory]
    [InlineData("vs", "'vs' must be own, notebook, all", "regimes follow each other without words between them")]
    [InlineData("nothebook", "(did you mean 'notebook'?)")]
    [InlineData("popular", "(did you mean 'recommender=popular'?)")]
    [InlineData("rank", "(did you mean 'rank='?)")]
    [InlineData("Once", "(did you mean 'repeat=Once'?)")]
    [InlineData("rakn=8", "there is no setting 'rakn' (did you mean 'rank'?)")]
    [InlineData("recommender=hybird", "(did you mean 'hybrid'?)")]
    [InlineData("Hulu:Netflx", "there is no provider 'Netflx' (did you mean 'Netflix'?)")]
    public async Task A_regime_is_named_with_what_it_may_mean(string regime, params string[] said) =>
        (await Invocation.RunAsync("compare", "own", regime, "all")).AssertRefused([$"regime '{regime}': ", .. said]);

    [Theory]
    [InlineData("--recommender POPULAR --repeat Once --access ALL --format JSON")]
    [InlineData("--recommender popular --repeat once --access all --format json")]
    public async Task Choices_are_not_case_sensitive_and_documents_have_their_canonical_form(string choices)
    {
        var report = (await Invocation.RunAsync($"--weeks 1 --customers 3 --difficulty 0 {choices}")).AssertSucceeded();
        Assert.Contains("\"recommender\": \"popular\"", report, StringComparison.Ordinal);
        Assert.Contains("\"repeat\": \"once\"", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choices_of_studies_are_not_case_sensitive() =>
        (await Invocation.RunAsync("compare own+seal=TRUE ALL+recommender=Popular --weeks 1 --customers 3 --replications 2 --interval BCA --format Csv"))
            .AssertSucceeded();

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help compare", "compare --help")]
    public async Task The_word_help_shows_the_help(string word, string option) =>
        Assert.Equal((await Invocation.RunAsync(option)).AssertSucceeded(), (await Invocation.RunAsync(word)).AssertSucceeded());
}
