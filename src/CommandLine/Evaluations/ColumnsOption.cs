using System.CommandLine;
using System.Globalization;
using MovieChain.Evaluation.Files;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The option that names the columns of rating files.</summary>
internal static class ColumnsOption
{
    private const string Name = "--columns";

    public static Option<ColumnChoice?> Create() => new(Name)
    {
        HelpName = "user=A,item=B,...",
        Description = "Columns of the rating files: names in the header, or positions from 1 [default: by known names, or in this order]",
        CustomParser = argument =>
        {
            var choice = new ColumnChoice();
            foreach (var pair in argument.Tokens[0].Value.Split(','))
            {
                var (key, value) = (pair.Split('=')[0].Trim(), pair.Contains('=') ? pair[(pair.IndexOf('=') + 1)..].Trim() : "");
                if (Choose(choice, key, value) is not { } chosen)
                {
                    argument.AddError($"{Name} {argument.Tokens[0].Value}: '{pair}' must be user=, item=, rating= or time= and a name or a position from 1, each once");
                    return null;
                }

                choice = chosen;
            }

            var places = new[] { choice.User, choice.Item, choice.Rating, choice.Time }.OfType<string>().ToList();
            if (places.GroupBy(place => place).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                argument.AddError($"{Name} {argument.Tokens[0].Value}: '{twice.Key}' is given for two columns");
                return null;
            }

            return choice;
        },
    };

    /// <summary>The choice with one more column; null if the key is not known or given twice, or the value is no name and no position.</summary>
    private static ColumnChoice? Choose(ColumnChoice choice, string key, string value)
    {
        var isPlace = value.Length > 0 && (!value.All(char.IsAsciiDigit)
            || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0));
        return key switch
        {
            _ when !isPlace => null,
            "user" when choice.User is null => choice with { User = value },
            "item" when choice.Item is null => choice with { Item = value },
            "rating" when choice.Rating is null => choice with { Rating = value },
            "time" when choice.Time is null => choice with { Time = value },
            _ => null,
        };
    }
}
