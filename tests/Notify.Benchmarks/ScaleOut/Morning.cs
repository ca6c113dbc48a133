using Notify.Core.Delivery.Pace;

namespace Notify.Benchmarks.ScaleOut;

/// <summary>Ticks, queue, instances and mails of one morning.</summary>
internal sealed class Morning(Setting setting, int seed)
{
    /// <summary>Enough to be past the second that was waited for.</summary>
    private const double AMoment = 0.01;

    private readonly Simulation _world = new(seed);
    private readonly SharedPace _pace = new(setting.MaxPerMinute);
    private readonly Queue<int> _messages = new();
    private readonly int[] _due = [.. Enumerable.Range(0, setting.Districts).Select(d => (setting.Mails / setting.Districts) + (d < setting.Mails % setting.Districts ? 1 : 0))];
    private readonly List<double> _handedOver = [];
    private int _instances;
    private int _overLock;

    /// <summary>Runs it to its last mail.</summary>
    public MorningResult Run()
    {
        _world.Begin(Timer());
        _world.Run();
        _handedOver.Sort();
        return new(_handedOver.Count, At(0.5), At(0.95), _handedOver[^1], _instances, _overLock);
    }

    private double At(double share) => _handedOver[(int)(share * (_handedOver.Count - 1))];

    /// <summary>A message for every district with mail, and as many instances as these keep busy.</summary>
    private IEnumerable<double> Timer()
    {
        while (_due.Any(d => d > 0))
        {
            foreach (var district in Enumerable.Range(0, _due.Length).Where(d => _due[d] > 0))
            {
                _messages.Enqueue(district);
            }

            for (var wanted = Math.Min(Setting.MaxInstances, (_messages.Count + setting.Calls - 1) / setting.Calls); _instances < wanted; _instances++)
            {
                _world.Begin(Instance());
            }

            yield return Setting.Tick;
        }
    }

    private IEnumerable<double> Instance()
    {
        yield return _world.Between(2, 8);
        var block = new Block();
        for (var call = 0; call < setting.Calls; call++)
        {
            _world.Begin(Handler(block));
        }
    }

    /// <summary>Takes messages one after the other; messages come with ticks only.</summary>
    private IEnumerable<double> Handler(Block block)
    {
        while (_due.Any(d => d > 0))
        {
            if (!_messages.TryDequeue(out var district))
            {
                yield return Setting.Tick - (_world.Now % Setting.Tick) + AMoment;
                continue;
            }

            var begun = _world.Now;
            yield return Store(Setting.OperationsBefore);
            var running = Setting.SendsAtOnce;
            for (var i = 0; i < Setting.SendsAtOnce; i++)
            {
                _world.Begin(Sender(district, begun + Setting.Patience, block, End));
            }

            yield break;

            void End()
            {
                if (--running == 0)
                {
                    _overLock += _world.Now - begun > Setting.Lock ? 1 : 0;
                    _world.Begin(Handler(block));
                }
            }
        }
    }

    private IEnumerable<double> Sender(int district, double until, Block block, Action end)
    {
        while (_due[district] > 0)
        {
            if (setting.MaxPerMinute > 0 && (block.Left <= 0 || _world.Now >= block.ValidUntil))
            {
                if (block.AskAgain <= _world.Now)
                {
                    var (count, again) = _pace.Take(_world.Now, _due[district]);
                    (block.Left, block.ValidUntil, block.AskAgain) = (count, _world.Now + PaceRule.Validity.TotalSeconds, again);
                }

                if (block.AskAgain > until)
                {
                    break;
                }

                yield return block.Left > 0 ? Store(2) : block.AskAgain - _world.Now + AMoment;
                continue;
            }

            block.Left--;
            _due[district]--;
            yield return Store(setting.OperationsPerMail - 1) + _world.Between(0.03, 0.3);
            _handedOver.Add(_world.Now);
            yield return Store(1);
        }

        end();
    }

    private double Store(int operations) => Enumerable.Range(0, operations).Sum(_ => _world.Between(0.005, 0.02));
}

/// <summary>When the mails were handed over, in seconds after 07:00.</summary>
/// <param name="OverLock">Handlers that took longer than the lock holds unless it is renewed: each could have been run twice.</param>
internal sealed record MorningResult(int Mails, double P50, double P95, double Last, int Instances, int OverLock);
