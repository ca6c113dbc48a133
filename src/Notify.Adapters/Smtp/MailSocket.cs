using System.Net;
using System.Net.Sockets;

namespace Notify.Adapters.Smtp;

/// <summary>Connections to mail servers.</summary>
public static class MailSocket
{
    /// <summary>
    /// Connects by IPv6 or IPv4, whichever answers. A mail is a few short messages to and fro, each of which would wait some
    /// 45 ms for an acknowledgement that the other side delays (RFC 896, RFC 1122 4.2.3.2): hence without Nagle's algorithm.
    /// </summary>
    /// <param name="host">A name or an address.</param>
    /// <exception cref="SocketException">The name is unknown, or nobody answers there.</exception>
    public static async Task<Socket> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(host, port), ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
