namespace MovieChain.Tests;

public sealed class NearestWordsTests
{
    private static readonly string[] _words =
        ["weeks", "seed", "weekly-budget", "recommender", "rank", "regularization", "repeat", "replications", "resume", "compare", "difficulty", "drift"];

    [Theory]
    [InlineData("wekes", "weeks")]
    [InlineData("weks", "weeks")]
    [InlineData("weeeks", "weeks")]
    [InlineData("wieks", "weeks")]
    [InlineData("comapre", "compare")]
    public void A_letter_too_many_missing_wrong_or_swapped_is_forgiven(string word, string meant) => Assert.Equal([meant], NearestWords.Of(word, _words));

    [Theory]
    [InlineData("recomender", "recommender")]
    [InlineData("recomander", "recommender")]
    [InlineData("regularisatoin", "regularization")]
    public void A_long_word_may_have_several_slips(string word, string meant) => Assert.Equal([meant], NearestWords.Of(word, _words));

    [Theory]
    [InlineData("diff", "difficulty")]
    [InlineData("comp", "compare")]
    [InlineData("reps", "replications")]
    [InlineData("budget")]
    public void A_beginning_or_an_abbreviation_suggests_the_whole_word(string word, params string[] meant) => Assert.Equal(meant, NearestWords.Of(word, _words));

    [Fact]
    public void What_several_words_begin_with_suggests_them_all() => Assert.Equal(["repeat", "replications"], NearestWords.Of("rep", _words));

    [Fact]
    public void What_more_than_three_words_begin_with_suggests_none() => Assert.Empty(NearestWords.Of("re", _words));

    [Theory]
    [InlineData("--Weeks")]
    [InlineData("WEEKS")]
    [InlineData("-weeks")]
    public void Case_and_dashes_before_a_word_do_not_count(string word) => Assert.Equal(["weeks"], NearestWords.Of(word, _words));

    [Theory]
    [InlineData("")]
    [InlineData("--")]
    [InlineData("5")]
    [InlineData("vs")]
    [InlineData("colour")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public void What_is_near_to_no_word_suggests_none(string word) => Assert.Empty(NearestWords.Of(word, _words));

    [Fact]
    public void The_question_names_each_word_that_may_be_meant()
    {
        Assert.Equal(" (did you mean 'weeks'?)", NearestWords.Question("week", _words));
        Assert.Equal(" (did you mean 'repeat' or 'replications'?)", NearestWords.Question("rep", _words));
        Assert.Equal("", NearestWords.Question("colour", _words));
    }
}
