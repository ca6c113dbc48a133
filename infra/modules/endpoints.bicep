// Private endpoints of what the app keeps things in, each with the zone in which its name is found.
param location string
param tags object
param networkId string
param subnetId string
param storageId string
param keyVaultId string

@description('Empty: none. Only the SKU Premium can have a private endpoint.')
param serviceBusId string

var suffix = environment().suffixes.storage
var always = [
  { name: 'blob', target: storageId, zone: 'privatelink.blob.${suffix}' }
  { name: 'table', target: storageId, zone: 'privatelink.table.${suffix}' }
  { name: 'vault', target: keyVaultId, zone: 'privatelink.vaultcore.azure.net' }
]
var queue = { name: 'namespace', target: serviceBusId, zone: 'privatelink.servicebus.windows.net' }
var wanted = empty(serviceBusId) ? always : concat(always, [queue])

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for one in wanted: {
    name: one.zone
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (one, i) in wanted: {
    parent: zones[i]
    name: 'notify'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for one in wanted: {
    name: 'pe-notify-${one.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        { name: one.name, properties: { privateLinkServiceId: one.target, groupIds: [one.name] } }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (one, i) in wanted: {
    parent: endpoints[i]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: one.name, properties: { privateDnsZoneId: zones[i].id } }] }
  }
]
