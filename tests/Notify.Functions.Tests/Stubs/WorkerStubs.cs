// What src/Notify.Functions uses of Microsoft.Azure.Functions.Worker 2.51 and its extensions, with their names and signatures, for
// where those packages cannot be restored. The attributes keep what they were given: that is what the platform reads of them.
using System.Xml.Linq;
using Azure.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker
{
    public enum AuthorizationLevel
    {
        Anonymous,
        Function,
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class FunctionAttribute(string name) : Attribute
    {
        public string Name => name;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute(string schedule) : Attribute
    {
        public string Schedule => schedule;

        public bool RunOnStartup { get; set; }
    }

    public sealed class TimerInfo;

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
    {
        public AuthorizationLevel AuthLevel => authLevel;

        public string[] Methods => methods;

        public string? Route { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class ServiceBusTriggerAttribute(string queueName) : Attribute
    {
        public string QueueName => queueName;

        public string? Connection { get; set; }

        public bool AutoCompleteMessages { get; set; }
    }
}

namespace Microsoft.Azure.Functions.Worker.Builder
{
    public static class FunctionsApplication
    {
        public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
    }

    public sealed class FunctionsApplicationBuilder(string[] args)
    {
        private readonly HostApplicationBuilder _builder = new(args);

        public ConfigurationManager Configuration => _builder.Configuration;

        public IServiceCollection Services => _builder.Services;

        public IHost Build() => _builder.Build();
    }
}

namespace Microsoft.Extensions.Hosting
{
    public static class FunctionsApplicationBuilderStub
    {
        public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
    }
}

namespace Microsoft.AspNetCore.DataProtection
{
    /// <summary>As Azure.Extensions.AspNetCore.DataProtection.Keys: it sets the encryptor, whatever was set before.</summary>
    public static class KeyVaultStub
    {
        public static IDataProtectionBuilder ProtectKeysWithAzureKeyVault(this IDataProtectionBuilder builder, Uri keyIdentifier, TokenCredential tokenCredential)
        {
            ArgumentNullException.ThrowIfNull(keyIdentifier);
            ArgumentNullException.ThrowIfNull(tokenCredential);
            builder.Services.Configure<KeyManagementOptions>(o => o.XmlEncryptor = new WrappedByVault());
            return builder;
        }
    }

    /// <summary>Stands for the vault: what it wraps cannot be read in the store.</summary>
    public sealed class WrappedByVault : IXmlEncryptor, IXmlDecryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
            new XElement("wrapped", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString()))), typeof(WrappedByVault));

        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(encryptedElement.Value)));
    }
}
