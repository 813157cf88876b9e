const EVERYTHING = { __default: { enabled: true, integrations: {} } }

/**
 * What `@segment/analytics-next` asks for before it sends anything: nothing but
 * ourselves, no remote code, no metrics about the client.
 *
 * @param apiHost - where it sends to, without scheme, for example `shop.example/collect/v1`
 */
export function segmentSettings(
  writeKey: string,
  apiHost: string,
  protocol: string
) {
  return {
    integrations: {
      "Segment.io": {
        apiKey: writeKey,
        apiHost,
        protocol,
        unbundledIntegrations: [],
        addBundledMetadata: false,
        maybeBundledConfigIds: {},
        versionSettings: { version: "4.4.7", componentTypes: ["browser"] },
      },
    },
    plan: { track: EVERYTHING, identify: EVERYTHING, group: EVERYTHING },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  }
}

/** What `@rudderstack/analytics-js` asks for: a source without destinations. */
export function rudderSourceConfig(sourceId: string, writeKey: string) {
  const quiet = { enabled: false }
  return {
    source: {
      id: sourceId,
      name: "Cornerstore",
      writeKey,
      enabled: true,
      workspaceId: "cornerstore",
      destinations: [],
      connections: [],
      config: { statsCollection: { errors: quiet, metrics: quiet } },
    },
  }
}
