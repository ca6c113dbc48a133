// The records (table notify), the deployed package, and what the Functions host keeps for itself (blobs: locks of timers).
param location string
param tags object
param name string
param sku string
param principalId string
param isPrivate bool

// The host's own storage: "Storage Blob Data Owner" is what its documentation asks for, timers included.
var blobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
// The records, and the host's table of diagnostic events.
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource package 'containers' = {
      name: 'app-package'
      properties: { publicAccess: 'None' }
    }

    // Where files of the register are put to be imported: README "Sources".
    resource inbox 'containers' = {
      name: 'inbox'
      properties: { publicAccess: 'None' }
    }
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource notify 'tables' = {
      name: 'notify'
    }
  }
}

// Tables have no undelete: whoever means to delete the account must say so twice.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-records'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds every record of Notify, and Azure cannot bring back a deleted table.'
  }
}

resource ownsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, blobDataOwner)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobDataOwner)
  }
}

resource writesTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

output id string = account.id
output name string = account.name
output packageContainerUri string = '${account.properties.primaryEndpoints.blob}${account::blobs::package.name}'
output inboxContainerUri string = '${account.properties.primaryEndpoints.blob}${account::blobs::inbox.name}'
output tablesUri string = account.properties.primaryEndpoints.table
