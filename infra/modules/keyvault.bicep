// The keys of SendGrid, and the key that wraps those which sign the links of mails.
param location string
param tags object
param name string
param principalId string
param isPrivate bool

@secure()
param sendGridApiKey string

@secure()
param sendGridWebhookPublicKey string

// The platform reads the two secrets for the app's settings.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
// Wraps and unwraps the data-protection keys, and can do nothing else with the key ("Key Vault Crypto Service Encryption User").
var cryptoServiceEncryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }

  resource apiKey 'secrets' = if (!empty(sendGridApiKey)) {
    name: 'sendgrid-api-key'
    properties: { value: sendGridApiKey }
  }

  resource webhookKey 'secrets' = if (!empty(sendGridWebhookPublicKey)) {
    name: 'sendgrid-webhook-public-key'
    properties: { value: sendGridWebhookPublicKey }
  }

  resource dataProtection 'keys' = {
    name: 'data-protection'
    properties: {
      kty: 'RSA'
      keySize: 3072
      keyOps: ['wrapKey', 'unwrapKey']
    }
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource wrapsKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault::dataProtection.id, principalId, cryptoServiceEncryptionUser)
  scope: vault::dataProtection
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoServiceEncryptionUser)
  }
}

output id string = vault.id
output name string = vault.name
output dataProtectionKeyUri string = vault::dataProtection.properties.keyUri
output sendGridApiKeyUri string = '${vault.properties.vaultUri}secrets/sendgrid-api-key'
output sendGridWebhookPublicKeyUri string = '${vault.properties.vaultUri}secrets/sendgrid-webhook-public-key'
