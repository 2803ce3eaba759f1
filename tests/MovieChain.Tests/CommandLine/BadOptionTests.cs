namespace MovieChain.Tests.CommandLine;

public sealed class BadOptionTests
{
    [Theory]
    [InlineData("--weeks 0", "--weeks 0: must be a whole number from 1 to 520")]
    [InlineData("--weeks 521", "--weeks 521: must be a whole number from 1 to 520")]
    [InlineData("--weeks abc", "--weeks abc: must be a whole number from 1 to 520")]
    [InlineData("--weeks 2.5", "--weeks 2.5: must be a whole number")]
    [InlineData("--weeks 99999999999999999999", "--weeks 99999999999999999999: must be a whole number")]
    [InlineData("--difficulty 99", "--difficulty 99: must be a whole number from 0 to 32")]
    [InlineData("--customers 0", "--customers 0: must be a whole number from 1 to 1000000")]
    [InlineData("--films 10001", "--films 10001: must be a whole number from 1 to 10000")]
    [InlineData("--threads 0", "--threads 0: must be a whole number from 1 to 1024")]
    [InlineData("--rank 257", "--rank 257: must be a whole number from 1 to 256")]
    [InlineData("--seed -1", "--seed -1: must be a whole number from 0 to 9007199254740991")]
    [InlineData("--consent 1.5", "--consent 1.5: must be a number from 0 to 1")]
    [InlineData("--consent NaN", "--consent NaN: must be a number from 0 to 1")]
    [InlineData("--consent 0,5", "--consent 0,5: must be a number from 0 to 1")]
    [InlineData("--privacy-strictness -0.1", "--privacy-strictness -0.1: must be a number from 0 to 1")]
    [InlineData("--regularization 0", "--regularization 0: must be a number from 0.01 to 10000")]
    [InlineData("--shared-audience 1.1", "--shared-audience 1.1: must be a number from 0 to 1")]
    [InlineData("--weekly-budget 0", "--weekly-budget 0: must be a whole number from 1 to 1000000")]
    [InlineData("--weekly-budget 2.5", "--weekly-budget 2.5: must be a whole number from 1 to 1000000")]
    [InlineData("--arrivals -1", "--arrivals -1: must be a whole number from 0 to 10000")]
    [InlineData("--drift Infinity", "--drift Infinity: must be a number from 0 to 10")]
    public async Task A_number_out_of_range_is_refused_with_its_range(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("--rank 8,16", "--rank 8,16: must be one value, a whole number from 1 to 256; to compare several: compare rank=8 rank=16")]
    [InlineData("--consent 1,0.5", "--consent 1,0.5: must be one value, a number from 0 to 1; to compare several: compare consent=1 consent=0.5")]
    [InlineData("--repeat rent,once", "--repeat rent,once: must be one value, one of rent, once; to compare several: compare repeat=rent repeat=once")]
    [InlineData("--recommender mf,popular", "--recommender mf,popular: must be one value, one of mf, popular, random, oracle")]
    [InlineData("--revoke 0.5@3,1@4", "--revoke 0.5@3,1@4: must be one value, ")]
    [InlineData("--weeks 5,6", "--weeks 5,6: must be one value, a whole number from 1 to 520")]
    [InlineData("--seed 1,2", "--seed 1,2: must be one value, a whole number from 0 to 9007199254740991")]
    [InlineData("--access own,all", "access own,all: 'own' stands alone: only pairs READER:OWNER can be listed")]
    [InlineData("--threads 1,2", "--threads 1,2: must be one value, a whole number from 1 to 1024")]
    [InlineData("--format csv,json", "--format csv,json: must be one value, one of table, csv, json")]
    [InlineData("compare own all --rank 8,16", "--rank 8,16: must be one value, a whole number from 1 to 256; to compare several: compare rank=8 rank=16")]
    [InlineData("compare own rank=8,16", "regime 'rank=8,16': rank 8,16: must be one value, a whole number from 1 to 256")]
    [InlineData("compare own all --replications 10,20", "--replications 10,20: must be one value, a whole number from 2 to 10000")]
    [InlineData("compare own all --interval t,bca", "--interval t,bca: must be one value, one of t, bca")]
    [InlineData("compare own all --half-width 5%,10%", "--half-width 5%,10%: must be one value, a percentage from 0.1% to 100%, such as 5%")]
    [InlineData("value --rank 8,16", "--rank 8,16: must be one value, a whole number from 1 to 256; one of --customers, --consent, --drift, --shared-audience may have several")]
    [InlineData("value --weeks 5,6", "--weeks 5,6: must be one value, a whole number from 1 to 520; one of --customers, --consent, --drift, --shared-audience may have several")]
    [InlineData("evaluate --folds 2,3", "--folds 2,3: must be one value, a whole number from 2 to 100")]
    public async Task A_list_where_one_value_is_expected_is_refused_for_being_a_list(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("--rank 8,", "--rank 8,: must be a whole number from 1 to 256")]
    [InlineData("--rank 8,999", "--rank 8,999: must be a whole number from 1 to 256")]
    [InlineData("--weeks 2.5,3", "--weeks 2.5,3: must be a whole number from 1 to 520")]
    public async Task A_list_of_what_is_not_allowed_is_refused_with_what_is(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("--slate 200", "slate 200: must be a whole number from 1 to 100")]
    [InlineData("--slate 6 --films 5", "slate 6: must be a whole number from 1 to 5")]
    public async Task A_slate_of_more_films_than_there_are_is_refused(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("--recommender popular --regularization 5", "regularization 5: has no effect with recommender popular, only with mf")]
    [InlineData("--rank 8 --recommender oracle", "rank 8: has no effect with recommender oracle, only with mf")]
    public async Task A_setting_that_does_not_act_on_the_recommender_is_refused(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("--recommender foo", "--recommender foo: must be one of mf, popular, random, oracle")]
    [InlineData("--recommender 1", "--recommender 1: must be one of mf, popular, random, oracle")]
    [InlineData("--repeat twice", "--repeat twice: must be one of rent, once")]
    [InlineData("--repeat 1", "--repeat 1: must be one of rent, once")]
    [InlineData("--format xml", "--format xml: must be one of table, csv, json")]
    public async Task A_name_that_is_no_choice_is_refused_with_the_choices(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Theory]
    [InlineData("Hulu:Nobody", "'Nobody'", "Netflix, Hulu, Prime")]
    [InlineData("Nobody:Hulu", "'Nobody'", "Netflix, Hulu, Prime")]
    [InlineData("x", "'x'", "own, notebook, all")]
    [InlineData("Hulu:Netflix,", "''", "READER:OWNER")]
    [InlineData("Hulu:Netflix:Prime", "'Hulu:Netflix:Prime'", "READER:OWNER")]
    public async Task An_access_rule_that_is_none_is_refused_with_what_is_allowed(string access, params string[] said) =>
        (await Invocation.RunAsync("--access", access)).AssertRefused([$"access {access}:", .. said]);

    [Theory]
    [InlineData("--weeks", "1..520")]
    [InlineData("--format", "table|csv|json")]
    [InlineData("--format=", "table|csv|json")]
    [InlineData("--scenario", "FILE")]
    [InlineData("--access", "own|notebook|all|READER:OWNER,...")]
    [InlineData("verify --checkpoint", "HASH")]
    [InlineData("compare own all --half-width", "0.1%..100%")]
    public async Task An_option_without_its_value_is_refused_with_what_it_needs(string commandLine, string values) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused($"'{commandLine.Split(' ')[^1].TrimEnd('=')}' needs a value: {values}");

    [Theory]
    [InlineData("--colour red", "'--colour'")]
    [InlineData("--week 5", "'--week'")]
    [InlineData("stray", "'stray'")]
    [InlineData("--weeks 2 stray", "'stray'")]
    public async Task What_is_no_option_is_refused_by_name(string commandLine, string named) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(named);

    [Fact]
    public async Task Several_faults_still_make_one_line() =>
        (await Invocation.RunAsync("--weeks 0 --difficulty 99 --colour")).AssertRefused();

    [Fact]
    public async Task More_offers_than_memory_holds_are_refused_before_the_work_begins() =>
        (await Invocation.RunAsync("--customers 1000000 --films 5000 --slate 4295")).AssertRefused("customers 1000000 with slate 4295", "100000000");

    [Fact]
    public async Task More_subscribers_than_can_be_numbered_are_refused_before_the_work_begins() =>
        (await Invocation.RunAsync("--customers 333334 --shared-audience 0.1")).AssertRefused("customers 1000002 of all providers with sharedAudience 0.1", "1000000");

    [Theory]
    [InlineData("--arrivals 522", "arrivals 522: must be a whole number from 0 to 521, so that 100 films become at most 10000 in 20 weeks")]
    [InlineData("--arrivals 9 --films 9990 --weeks 3 --slate 1", "arrivals 9: must be a whole number from 0 to 5")]
    public async Task More_films_than_a_catalogue_holds_are_refused(string commandLine, string message) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused(message);

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_no_file_to_read() => (await Invocation.RunAsync("@options")).AssertRefused("'@options'");
}
