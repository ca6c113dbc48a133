using Notify.Local.Commands;

return await CommandLine.RunAsync(args);
