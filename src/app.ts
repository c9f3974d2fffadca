// The table of contents: every domain's routes, jobs and long work, every adapter. What is not listed here does not run.
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Id } from '#platform/kinds.ts'
import type { Opened } from '#platform/db/database.ts'
import type { Host, Routes } from '#platform/http/serve.ts'
import type { Jobs } from '#platform/jobs/job.ts'
import type { Worker } from '#platform/jobs/work.ts'
import { sendLetters } from '#platform/mail/mail.ts'
import { platformRoutes } from '#platform/routes.ts'
import { peopleJobs } from '#domains/people/jobs.ts'
import { peopleRoutes } from '#domains/people/routes.ts'
import { makeIdentify, makeViewerOf } from '#domains/people/sign-in/identify.ts'

export type App = {
  routes: Routes; jobs: Jobs; workers: Worker[]
  identify: Host['identify']
  viewerOf: (id: Id) => Promise<Viewer>
  pages: (server: FastifyInstance) => Promise<void>
  stop: () => Promise<void>
}

export async function makeApp(house: Opened, config: Config): Promise<App> {
  return {
    routes: [...platformRoutes(config.name), ...peopleRoutes({ ...config, provider: config.oidc && { name: config.oidc.name } })],
    jobs: { 'send-letters': sendLetters(config.post), ...peopleJobs },
    workers: [],
    identify: makeIdentify(house),
    viewerOf: makeViewerOf(house),
    pages: async () => {},
    stop: async () => {},
  }
}
