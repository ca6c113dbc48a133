using Microsoft.Extensions.DependencyInjection;
using Notify.Adapters.Pickup;
using Notify.Adapters.SendGrid;
using Notify.Adapters.Smtp;
using Notify.Core.Delivery;

namespace Notify.Adapters.Settings;

/// <summary>The way out for mail that the settings choose, with the settings of every way.</summary>
public sealed record MailWay(TransportKind Kind, PickupOptions Pickup, SmtpOptions Smtp, SendGridOptions SendGrid)
{
    /// <summary>Reads <c>Mail:Transport</c> and the sections of all transports. Only those of the chosen one are demanded.</summary>
    /// <param name="dataFolder">Null: the host has no disk that lasts.</param>
    public static MailWay Read(SettingsBinder binder, string? dataFolder)
    {
        var kind = binder.Read<Choice>(MailOptions.SectionName).Transport;
        if (kind is TransportKind.Pickup && dataFolder is null)
        {
            binder.Add("Mail:Transport: this host has no disk that lasts; allowed: smtp, sendgrid.");
        }

        return new(
            kind,
            new PickupOptions { Folder = Path.GetFullPath(binder.Find("Mail:Pickup:Folder") ?? Path.Combine(dataFolder ?? "", "mail")) },
            binder.Read<SmtpOptions>(SmtpOptions.SectionName, o => o.Validate(kind is TransportKind.Smtp)),
            binder.Read<SendGridOptions>(SendGridOptions.SectionName, o => o.Validate(kind is TransportKind.SendGrid)));
    }

    /// <summary>Adds the transport, and the webhook wherever there is a key to check it with: events of mail sent before still come.</summary>
    public void AddTo(IServiceCollection services)
    {
        _ = Kind switch
        {
            TransportKind.Smtp => services.AddSmtp(Smtp),
            TransportKind.SendGrid => services.AddSendGrid(SendGrid),
            _ => services.AddPickup(Pickup),
        };
        if (SendGrid.WebhookPublicKey.Length > 0)
        {
            services.AddSendGridWebhook(SendGrid);
        }
    }

    /// <summary>Where mail goes, for people; no secret.</summary>
    public string Describe() => Kind switch
    {
        TransportKind.Smtp => $"by SMTP to {Smtp.Host}:{Smtp.Port}",
        TransportKind.SendGrid => $"by SendGrid ({SendGrid.ToAddress().Authority}){(SendGrid.Sandbox ? ", which delivers nothing: Mail:SendGrid:Sandbox is on" : "")}",
        _ => $"to files in {Pickup.Folder}",
    };

    private sealed class Choice
    {
        public TransportKind Transport { get; set; } = TransportKind.Pickup;
    }
}

/// <summary>The ways out for mail.</summary>
public enum TransportKind
{
    /// <summary>To files in a folder.</summary>
    Pickup,

    /// <summary>To a mail server.</summary>
    Smtp,

    /// <summary>To SendGrid's API.</summary>
    SendGrid,
}
