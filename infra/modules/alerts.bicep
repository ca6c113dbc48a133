// What a human is told of without looking: README "Deploy" and docs/runbook.md say what to do then.
param location string
param tags object
param token string
param telemetryId string
param serviceBusId string
param queueName string
param siteUrl string

@description('One address; empty: nobody.')
param email string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-notify-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'notify'
    enabled: true
    emailReceivers: empty(email) ? [] : [{ name: 'IT', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-notify-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Work failed again and again and lies in the dead-letter queue. See docs/runbook.md, Dead letters.'
    severity: 2
    enabled: true
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead letters'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: [queueName] }]
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

resource failedDeliveries 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-notify-failed-deliveries'
  location: location
  tags: tags
  properties: {
    displayName: 'Notify: mail failed or bounced'
    description: 'Mail was refused for good, given up, or came back. See docs/runbook.md, Mail is stuck.'
    severity: 2
    enabled: true
    scopes: [telemetryId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: '''
            customMetrics
            | where name in ('notify.notifications.failed', 'notify.notifications.bounced')
            | summarize mails = sum(valueSum)
          '''
          metricMeasureColumn: 'mails'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}

resource lateJobs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-notify-late-heartbeats'
  location: location
  tags: tags
  properties: {
    displayName: 'Notify: a job is silent'
    description: 'A job has given no sign of life for three times its interval. See docs/runbook.md, Timers are silent.'
    severity: 1
    enabled: true
    scopes: [telemetryId]
    evaluationFrequency: 'PT10M'
    windowSize: 'PT10M'
    // The longest interval of the table below, three times, must fit in here.
    overrideQueryTimeRange: 'PT6H'
    criteria: {
      allOf: [
        {
          // One row per job of the schedule, with three times its interval in minutes. Both the figure of a whole run
          // and the span of a single district are a sign of life.
          query: '''
            let schedule = datatable(job: string, minutes: int) [
              'sources', 45,
              'contacts', 15,
              'agreements', 180,
              'forums', 180,
              'materials', 180,
              'followups', 180,
              'digest', 180,
              'deliver', 15,
              'sweep', 30
            ];
            let signs = union
              (customMetrics | where name == 'notify.job.duration' | project timestamp, job = tostring(customDimensions['notify.job'])),
              (dependencies | where name startswith 'job ' | project timestamp, job = tostring(customDimensions['notify.job']))
              | summarize last = max(timestamp) by job;
            schedule
            | join kind=leftouter signs on job
            | where isnull(last) or last < ago(minutes * 1m)
            | project job
          '''
          timeAggregation: 'Count'
          dimensions: [{ name: 'job', operator: 'Include', values: ['*'] }]
          operator: 'GreaterThan'
          threshold: 0
          // Twice in a row, so that a deployment is not an alarm.
          failingPeriods: { numberOfEvaluationPeriods: 2, minFailingPeriodsToAlert: 2 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}

resource serverErrors 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'alert-notify-5xx'
  location: location
  tags: tags
  properties: {
    displayName: 'Notify: pages or events fail (5xx)'
    description: 'Requests were answered with 5xx, those of the health page not counted. See docs/runbook.md, Pages fail.'
    severity: 2
    enabled: true
    scopes: [telemetryId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          // The health page answers 503 on purpose, and has an alert of its own.
          query: '''
            requests
            | where toint(resultCode) between (500 .. 599) and url !endswith '/healthz'
          '''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 4
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [people.id] }
  }
}

// Beside telling whether Notify is well, the visits wake jobs that are overdue.
resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-notify-${token}'
  location: location
  tags: union(tags, { 'hidden-link:${telemetryId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-notify-${token}'
    Name: 'Notify: health'
    Kind: 'standard'
    Enabled: true
    // Three visits in a quarter of an hour: each is paid for.
    Frequency: 900
    Timeout: 60
    RetryEnabled: true
    // Amsterdam, Dublin, Paris.
    Locations: [
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-fr-pra-edge' }
    ]
    Request: {
      RequestUrl: '${siteUrl}/healthz'
      HttpVerb: 'GET'
      ParseDependentRequests: false
      FollowRedirects: false
    }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unwell 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-notify-health'
  location: 'global'
  tags: tags
  properties: {
    description: 'Notify says that it is not well, or does not answer. Read /healthz; see docs/runbook.md.'
    severity: 1
    enabled: true
    scopes: [health.id, telemetryId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: telemetryId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}
