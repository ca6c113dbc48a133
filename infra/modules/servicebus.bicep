// The queue of work. A message only says which work to do: one that is lost is found again by the sweep.
param location string
param tags object
param name string
param sku string
param principalId string
param isPrivate bool

// Takes messages and looks at dead letters.
var dataReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
// Without the right to read how long the queue is, the platform guesses how many instances it needs. "Service Bus Data Owner"
// is the documented role for it, but that may also change and delete the queue.
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
// Timers, the sweep and replays put messages in.
var dataSender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku, tier: sku, capacity: sku == 'Premium' ? 1 : null }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }

  resource queue 'queues' = {
    name: 'work'
    properties: {
      // A timer that fires twice is one piece of work. No longer than the sweep's interval, or what it finds would be dropped.
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      // The longest there is: a handler that outlives it is run twice.
      lockDuration: 'PT5M'
      maxDeliveryCount: 5
      defaultMessageTimeToLive: 'P1D'
      deadLetteringOnMessageExpiration: true
      maxSizeInMegabytes: 1024
    }
  }
}

resource receives 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::queue.id, principalId, dataReceiver)
  scope: namespace::queue
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataReceiver)
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::queue.id, principalId, dataSender)
  scope: namespace::queue
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataSender)
  }
}

resource counts 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(namespace::queue.id, principalId, reader)
  scope: namespace::queue
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
  }
}

output id string = namespace.id
output host string = '${namespace.name}.servicebus.windows.net'
output queueName string = namespace::queue.name
