using MovieChain.Tests.Learning.Factorization;

// The tests are a program too, so that what no command of MovieChain reaches can be run under other instruction sets.
Console.WriteLine(string.Join('\n', ModelBitsTests.Fingerprints(threads: 2)));
