// Everything that Notify needs in a subscription: one resource group, and in it a module for each concern.
// Nothing here has a key or a password of its own: the app's identity opens every door, and each of its roles is given
// where the thing it opens is made. Parameters come from azd's environment: see main.parameters.json.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('The name of the azd environment, as prod or test. Part of every name.')
param environmentName string

@minLength(1)
@description('The region of everything, as swedencentral. It must offer Flex Consumption.')
param location string

@description('The resource group; empty: rg-notify- and the name of the environment.')
param resourceGroupName string = ''

@description('Tags of every resource, beside those that azd needs.')
param tags object = {}

@description('Who sends, as Notify <notify@stad.example>. The domain must be verified at SendGrid.')
param mailFrom string

@description('Trial mode: only addresses on the allow-list receive.')
param mailTrial bool = true

@description('Who receives in trial mode: addresses and @domains with blanks between.')
param mailAllowList string = ''

@description('SendGrid\'s API: api.sendgrid.com, or api.eu.sendgrid.com for an account in the EU.')
param sendGridHost string = 'api.eu.sendgrid.com'

@secure()
@description('A key of the SendGrid account with the right to send mail and no other.')
param sendGridApiKey string

@secure()
@description('The public key of SendGrid\'s signed event webhook; empty until the webhook is set up.')
param sendGridWebhookPublicKey string = ''

@description('Where recipients reach the reply pages, as https://notify.stad.example; empty: the address that Azure gives the app.')
param publicUrl string = ''

@description('The client id of the Entra application that people sign in with. Empty: nobody gets into the portal.')
param signInClientId string = ''

@description('Further settings of the app by their names in the README, as {"Skolverket:Municipality":"0180"}. None may be secret; what the template itself sets stays.')
param settings object = {}

@description('Who gets the alerts: one address; empty: nobody.')
param alertEmail string = ''

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
@description('How often and where Azure keeps copies of the tables.')
param storageSku string = 'Standard_ZRS'

@allowed(['Standard', 'Premium'])
@description('Premium is needed only for a private endpoint of the queue, and costs much more.')
param serviceBusSku string = 'Standard'

@allowed([512, 2048, 4096])
@description('Memory of an instance in MB.')
param instanceMemoryMB int = 2048

@minValue(40)
@maxValue(1000)
@description('The most instances at once; the platform takes no fewer than 40. How fast mail leaves is limited by Mail:MaxPerMinute, not here.')
param maximumInstanceCount int = 40

@minValue(0)
@maxValue(10)
@description('Instances for pages that are always ready: 0 costs nothing and makes the first visitor wait some seconds.')
param alwaysReadyInstances int = 0

@description('Whether storage and vault answer the app\'s own network only.')
param privateNetwork bool = false

@minValue(30)
@maxValue(730)
@description('Days that logs are kept.')
param logRetentionDays int = 30

@description('The most logs that are taken in a day, in GB; text, since it may be a fraction.')
param logDailyCapGb string = '0.5'

var allTags = union(tags, { 'azd-env-name': environmentName })
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: empty(resourceGroupName) ? 'rg-notify-${environmentName}' : resourceGroupName
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: { location: location, tags: allTags, name: 'id-notify-${token}' }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: { location: location, tags: allTags, name: 'vnet-notify-${token}' }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
    principalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: allTags
    name: 'stnotify${token}'
    sku: storageSku
    principalId: identity.outputs.principalId
    isPrivate: privateNetwork
  }
}

module serviceBus 'modules/servicebus.bicep' = {
  name: 'servicebus'
  scope: group
  params: {
    location: location
    tags: allTags
    name: 'sb-notify-${token}'
    sku: serviceBusSku
    principalId: identity.outputs.principalId
    isPrivate: privateNetwork && serviceBusSku == 'Premium'
  }
}

module keyVault 'modules/keyvault.bicep' = {
  name: 'keyvault'
  scope: group
  params: {
    location: location
    tags: allTags
    name: 'kv-notify-${token}'
    principalId: identity.outputs.principalId
    isPrivate: privateNetwork
    sendGridApiKey: sendGridApiKey
    sendGridWebhookPublicKey: sendGridWebhookPublicKey
  }
}

module endpoints 'modules/endpoints.bicep' = if (privateNetwork) {
  name: 'endpoints'
  scope: group
  params: {
    location: location
    tags: allTags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    storageId: storage.outputs.id
    keyVaultId: keyVault.outputs.id
    serviceBusId: serviceBusSku == 'Premium' ? serviceBus.outputs.id : ''
  }
}

module functionApp 'modules/functionapp.bicep' = {
  name: 'functionapp'
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    storageName: storage.outputs.name
    packageContainerUri: storage.outputs.packageContainerUri
    tablesUri: storage.outputs.tablesUri
    inboxContainerUri: storage.outputs.inboxContainerUri
    serviceBusHost: serviceBus.outputs.host
    telemetryConnection: monitoring.outputs.telemetryConnection
    dataProtectionKeyUri: keyVault.outputs.dataProtectionKeyUri
    sendGridApiKeyUri: keyVault.outputs.sendGridApiKeyUri
    sendGridWebhookPublicKeyUri: empty(sendGridWebhookPublicKey) ? '' : keyVault.outputs.sendGridWebhookPublicKeyUri
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    mailFrom: mailFrom
    mailTrial: mailTrial
    mailAllowList: mailAllowList
    sendGridHost: sendGridHost
    publicUrl: publicUrl
    signInClientId: signInClientId
    settings: settings
  }
  dependsOn: [endpoints]
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    location: location
    tags: allTags
    token: token
    email: alertEmail
    telemetryId: monitoring.outputs.telemetryId
    serviceBusId: serviceBus.outputs.id
    queueName: serviceBus.outputs.queueName
    siteUrl: functionApp.outputs.url
  }
}

@description('The resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('The app that azd deploys to.')
output NOTIFY_APP_NAME string = functionApp.outputs.name

@description('Where the portal and the reply pages are.')
output NOTIFY_URL string = functionApp.outputs.url

@description('Where SendGrid is to send its events.')
output NOTIFY_WEBHOOK_URL string = '${functionApp.outputs.url}/hooks/sendgrid'

@description('Where Entra sends people back to after they have signed in.')
output NOTIFY_SIGN_IN_REDIRECT_URL string = '${functionApp.outputs.azureUrl}/.auth/login/aad/callback'

@description('The identity that the sign-in application trusts in place of a secret: see infra/hooks/sign-in.sh.')
output NOTIFY_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('The storage account that holds the table notify.')
output NOTIFY_STORAGE_ACCOUNT string = storage.outputs.name

@description('The namespace of the queue work.')
output NOTIFY_SERVICE_BUS_HOST string = serviceBus.outputs.host

@description('The vault of the SendGrid keys.')
output NOTIFY_KEY_VAULT string = keyVault.outputs.name
