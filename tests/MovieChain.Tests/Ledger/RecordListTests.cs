using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class RecordListTests
{
    [Fact]
    public void Records_are_kept_in_order_and_whole_however_many_there_are()
    {
        var records = Enumerable.Range(0, 500).Select(i => Enumerable.Repeat((byte)i, i * 37 % 101).ToArray()).ToArray();

        var list = Samples.Records(records);

        Assert.Equal(500, list.Count);
        for (var i = 0; i < records.Length; i++)
        {
            Assert.Equal(records[i], list[i].ToArray());
        }
    }

    [Fact]
    public void A_record_longer_than_all_before_it_together_is_kept_whole()
    {
        var record = Enumerable.Range(0, 5000).Select(i => (byte)(i % 251)).ToArray();

        var list = Samples.Records([1, 2], record, [3]);

        Assert.Equal(record, list[1].ToArray());
        Assert.Equal([3], list[2].ToArray());
    }

    [Fact]
    public void A_record_may_be_written_in_place()
    {
        var builder = new RecordList.Builder();
        builder.Add(3).Fill(9);
        builder.Add([1]);

        var list = builder.Build();

        Assert.Equal([9, 9, 9], list[0].ToArray());
        Assert.Equal([1], list[1].ToArray());
    }

    [Fact]
    public void What_is_added_or_written_later_does_not_change_a_list()
    {
        var builder = new RecordList.Builder();
        var place = builder.Add(2);
        place.Fill(1);
        var list = builder.Build();

        place.Fill(2);
        builder.Add([5]);

        Assert.Equal(1, list.Count);
        Assert.Equal([1, 1], list[0].ToArray());
        Assert.Equal(2, builder.Build().Count);
    }

    [Fact]
    public void A_record_may_have_65535_bytes_and_no_more()
    {
        var builder = new RecordList.Builder();
        builder.Add(65_535).Fill(7);

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(65_536).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new byte[65_536]));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(-1).Length);
        Assert.Equal(1, builder.Build().Count);
        Assert.Equal(65_535, builder.Build()[0].Length);
    }

    [Fact]
    public void Records_are_encoded_one_behind_the_other_each_after_its_length()
    {
        Assert.Equal([0, 2, 8, 9, 0, 0, 1, 1, .. new byte[257]], Samples.Records([8, 9], [], new byte[257]).Encoded.ToArray());
        Assert.Equal([], Samples.Records().Encoded.ToArray());
    }

    [Fact]
    public void There_is_no_record_beyond_the_last()
    {
        Assert.Equal(0, Samples.Records().Count);
        Assert.Throws<IndexOutOfRangeException>(() => Samples.Records([1])[1].Length);
    }
}
