using MovieChain.CommandLine;

var error = StandardStreams.Guard();
Interruption.Watch(error);
return Interruption.End(await Application.RunAsync(args, Console.Out, Console.Error, Interruption.Token).ConfigureAwait(false), error);
