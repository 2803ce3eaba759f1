using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Benchmarks;

/// <summary>Made-up observations with a long tail: film number f is drawn with a density falling towards the last film.</summary>
internal static class Feedback
{
    /// <summary>Distinct pairs of members and films, all members with about the same number of films, labelled 1 to 5.</summary>
    public static SparseMatrix Make(int members, int films, int pairs)
    {
        var memberNumbers = new int[pairs];
        var filmNumbers = new int[pairs];
        var labels = new float[pairs];
        var streams = new RandomStreams(1);
        var seen = new bool[films];
        var next = 0;
        for (var member = 0; member < members; member++)
        {
            var stream = streams.For(StreamPurpose.Training, member);
            var count = (int)((pairs * (member + 1L) / members) - (pairs * (long)member / members));
            Array.Clear(seen);
            while (count > 0)
            {
                var draw = stream.NextDouble();
                var film = (int)(draw * draw * films);
                if (!seen[film])
                {
                    seen[film] = true;
                    (memberNumbers[next], filmNumbers[next], labels[next]) = (member, film, stream.NextInt32(1, 5));
                    next++;
                    count--;
                }
            }
        }

        return SparseMatrix.FromEntries(members, films, memberNumbers, filmNumbers, labels);
    }
}
