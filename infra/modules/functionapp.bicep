// The app: where it runs, how it is told what it must know, and who may see the portal.
param location string
param tags object
param token string
param identityId string
param identityClientId string
param subnetId string
param storageName string
param packageContainerUri string
param tablesUri string
param inboxContainerUri string
param serviceBusHost string
param telemetryConnection string
param dataProtectionKeyUri string

@description('Where the vault has it; no secret itself.')
param sendGridApiKeyUri string

@description('Where the vault has it; empty while there is none.')
param sendGridWebhookPublicKeyUri string

param instanceMemoryMB int
param maximumInstanceCount int
param alwaysReadyInstances int
param mailFrom string
param mailTrial bool
param mailAllowList string
param sendGridHost string
param publicUrl string
param signInClientId string

@description('Settings of the README by name; those of the template win.')
param settings object

// What the template decides. The app's own address is known only when it is there: below.
var ownSettings = {
  // The platform's own.
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsDisableHomepage: 'true'
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AZURE_CLIENT_ID: identityClientId
  // The name is the platform's: people sign in by means of this identity, and no secret is needed.
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
  ServiceBus__fullyQualifiedNamespace: serviceBusHost
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: identityClientId

  // Notify's: README "Settings".
  Store__Kind: 'tables'
  Store__TablesUri: tablesUri
  Inbox__Container: inboxContainerUri
  Mail__Transport: 'sendgrid'
  Mail__From: mailFrom
  Mail__Trial: string(mailTrial)
  Mail__AllowList: mailAllowList
  Mail__SendGrid__Host: sendGridHost
  Mail__SendGrid__ApiKey: '@Microsoft.KeyVault(SecretUri=${sendGridApiKeyUri})'
  Mail__SendGrid__WebhookPublicKey: empty(sendGridWebhookPublicKeyUri)
    ? ''
    : '@Microsoft.KeyVault(SecretUri=${sendGridWebhookPublicKeyUri})'
  Portal__Auth: 'platform'
  DataProtection__KeyUri: dataProtectionKeyUri

  // A timer cannot start without its setting. Six fields, UTC.
  Schedules__sources: '0 */15 * * * *'
  Schedules__contacts: '0 */5 * * * *'
  Schedules__agreements: '0 0 * * * *'
  Schedules__forums: '0 0 * * * *'
  Schedules__materials: '0 0 * * * *'
  Schedules__followups: '0 0 * * * *'
  Schedules__digest: '0 0 * * * *'
  Schedules__deliver: '0 */5 * * * *'
  Schedules__sweep: '0 */10 * * * *'
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-notify-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-notify-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'notify' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
      }
    }
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      toObject(items(settings), s => replace(s.key, ':', '__'), s => string(s.value)),
      ownSettings,
      { Links__BaseUrl: empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl }
    )
  }

  resource signIn 'config' = {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: true
        unauthenticatedClientAction: 'RedirectToLoginPage'
        redirectToProvider: 'azureactivedirectory'
        // Open to all, and the same that Notify.Web marks as open. A star at the end stands for whatever follows;
        // the platform knows no other pattern.
        excludedPaths: [
          '/r/*'
          '/hooks/*'
          '/healthz'
          '/accessibility'
          '/privacy'
          '/assets/*'
          '/openapi/*'
        ]
      }
      identityProviders: {
        azureActiveDirectory: {
          enabled: !empty(signInClientId)
          registration: {
            clientId: signInClientId
            clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          }
          validation: {
            allowedAudiences: [signInClientId, 'api://${signInClientId}']
          }
        }
      }
      login: {
        tokenStore: { enabled: false }
        preserveUrlFragmentsForLogins: false
      }
      httpSettings: { requireHttps: true }
    }
    dependsOn: [appSettings]
  }
}

output name string = app.name
output azureUrl string = 'https://${app.properties.defaultHostName}'
output url string = empty(publicUrl) ? 'https://${app.properties.defaultHostName}' : publicUrl
