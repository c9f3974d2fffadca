// The table of contents: every domain's routes, jobs and long work, every adapter. What is not listed here does not run.
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { exampleRoutes } from './example/routes.ts'
import { openPublicSite } from './public-site.ts'
import { spreadsheets, writeDownload, writeTable } from './sheets.ts'
import { readRor } from '#adapters/ror/register.ts'
import { readWord } from '#adapters/word/read-word.ts'
import { agreementRoutes } from '#domains/agreements/routes.ts'
import { allianceRoutes } from '#domains/alliances/routes.ts'
import { callJobs } from '#domains/calls/jobs.ts'
import { callRoutes } from '#domains/calls/routes.ts'
import { commitmentJobs } from '#domains/commitments/jobs.ts'
import { commitmentRoutes } from '#domains/commitments/routes.ts'
import { commitmentWorkers } from '#domains/commitments/standing-work.ts'
import { committeeJobs } from '#domains/committees/jobs.ts'
import { committeeRoutes } from '#domains/committees/routes.ts'
import { meetingLine, meetingStream } from '#domains/committees/stream.ts'
import { confirmationJobs } from '#domains/confirmations/jobs.ts'
import { confirmationRoutes } from '#domains/confirmations/routes.ts'
import { jointUnitRoutes } from '#domains/joint-units/routes.ts'
import { membershipJobs } from '#domains/memberships/jobs.ts'
import { membershipRoutes } from '#domains/memberships/routes.ts'
import { dueJobs } from '#domains/dues/jobs.ts'
import { dueRoutes } from '#domains/dues/routes.ts'
import { electionJobs } from '#domains/elections/jobs.ts'
import { electionRoutes } from '#domains/elections/routes.ts'
import { noticeJobs } from '#domains/notices/jobs.ts'
import { noticeRoutes, webhookRoutes } from '#domains/notices/routes.ts'
import { unsubscribeAddress, unsubscribeForm } from '#domains/notices/unsubscribe.ts'
import { indexPath } from '#domains/organisations/built-index.ts'
import { openDesk } from '#domains/organisations/desk.ts'
import { organisationRoutes } from '#domains/organisations/routes.ts'
import { organisationWorkers } from '#domains/organisations/workers.ts'
import { peopleJobs } from '#domains/people/jobs.ts'
import { peopleRoutes } from '#domains/people/routes.ts'
import { makeIdentify, makeViewerOf } from '#domains/people/sign-in/identify.ts'
import { openProvider } from '#domains/people/sign-in/provider.ts'
import { addProviderDoor } from '#domains/people/sign-in/provider-door.ts'
import { planRoutes } from '#domains/plans/routes.ts'
import { reviewRoutes } from '#domains/reviews/routes.ts'
import { registerWorkers } from '#domains/registers/jobs.ts'
import { registerRoutes } from '#domains/registers/routes.ts'
import { reportJobs } from '#domains/reports/jobs.ts'
import { reportWorkers } from '#domains/reports/pack-making.ts'
import { reportRoutes } from '#domains/reports/routes.ts'
import { secretariatJobs } from '#domains/secretariat/jobs.ts'
import { secretariatRoutes } from '#domains/secretariat/routes.ts'
import { searchRoutes } from '#domains/search/routes.ts'
import { feedAddress, feedSite } from '#domains/today/calendar-feed.ts'
import { todayRoutes } from '#domains/today/routes.ts'
import { textRoutes } from '#domains/texts/routes.ts'
import { signingRoutes } from '#domains/signing/routes.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Opened } from '#platform/db/database.ts'
import { serveClient } from '#platform/http/client.ts'
import { serveDocs } from '#platform/http/docs.ts'
import { mountForm } from '#platform/http/forms.ts'
import { mountStream } from '#platform/http/stream.ts'
import { openHub } from '#platform/live/live.ts'
import { mountSecretDocument } from '#platform/http/secret-documents.ts'
import type { Host, Routes } from '#platform/http/serve.ts'
import type { Jobs } from '#platform/jobs/job.ts'
import type { Worker } from '#platform/jobs/work.ts'
import type { Id } from '#platform/kinds.ts'
import { stampAt } from '#platform/signatures/stamp.ts'
import { openVault } from '#platform/signatures/vault.ts'
import { sendLetters } from '#platform/mail/mail.ts'
import { platformRoutes, version } from '#platform/routes.ts'
import { uploadJobs, uploadRoutes } from '#platform/uploads/routes.ts'

export type App = {
  routes: Routes; jobs: Jobs; workers: Worker[]
  identify: Host['identify']
  viewerOf: (id: Id) => Promise<Viewer>
  pages: (server: FastifyInstance) => Promise<void>
  /** Reads ahead what a server reads in its first seconds. */
  warm: () => Promise<void>
  stop: () => Promise<void>
}

export async function makeApp(house: Opened, config: Config): Promise<App> {
  const desk = openDesk(house.db, { pool: house.pool, index: indexPath(config.data) })
  const identify = makeIdentify(house)
  const hub = openHub(house.pool)
  const provider = config.oidc && { name: config.oidc.name }
  const routes = [
    ...platformRoutes(config.name), ...uploadRoutes(config.fileLimit), ...exampleRoutes,
    ...peopleRoutes({ ...config, provider }),
    ...organisationRoutes({ desk, writeTable }),
    ...allianceRoutes(writeDownload),
    ...agreementRoutes(spreadsheets.writeWorkbook),
    ...webhookRoutes({ vault: openVault(config.data), sends: config.webhooks }),
    ...textRoutes(readWord), ...jointUnitRoutes,
    ...registerRoutes({ desk, spreadsheets }),
    ...confirmationRoutes(config), ...commitmentRoutes, ...reviewRoutes, ...committeeRoutes({ ...config, writeSheets: spreadsheets.writeWorkbook, vault: openVault(config.data, stampAt(config.timestamps)) }), ...planRoutes, ...membershipRoutes(config), ...secretariatRoutes(writeDownload),
    ...callRoutes(config, spreadsheets),
    ...dueRoutes(config, spreadsheets.writeWorkbook), ...electionRoutes(config),
    ...searchRoutes, ...reportRoutes(config, spreadsheets.writeWorkbook), ...todayRoutes(config), ...noticeRoutes,
    ...signingRoutes({ vault: openVault(config.data, stampAt(config.timestamps)), home: config }),
  ]
  return {
    routes,
    jobs: { 'send-letters': sendLetters(config.post), ...uploadJobs, ...peopleJobs, ...confirmationJobs(config), ...noticeJobs({ home: config, viewerOf: makeViewerOf(house), clock: () => new Date() }), ...commitmentJobs(config), ...committeeJobs(config), ...membershipJobs(config), ...secretariatJobs, ...callJobs(config), ...dueJobs(config), ...electionJobs(config), ...reportJobs },
    workers: [...organisationWorkers({ desk, readRor }), ...registerWorkers({ desk, spreadsheets }), ...commitmentWorkers, ...reportWorkers(spreadsheets.writeWorkbook)],
    identify,
    viewerOf: makeViewerOf(house),
    pages: async (server) => {
      if (config.oidc) addProviderDoor(server, { ...config, db: house.db, identify, provider: openProvider(config.oidc) })
      await serveDocs(server, routes, { title: config.name, version })
      mountSecretDocument(server, feedAddress, feedSite({ ...config, db: house.db, viewerOf: makeViewerOf(house), clock: () => new Date() }))
      await mountForm(server, unsubscribeAddress, unsubscribeForm({ ...config, db: house.db }))
      mountStream(server, meetingLine, { identify, hub, open: meetingStream(house.db, () => new Date()) })
      await openPublicSite(server, house, config)
      await serveClient(server)
    },
    warm: () => desk.ready(),
    stop: async () => { await hub.stop(); await desk.close() },
  }
}
