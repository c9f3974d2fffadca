// The pages of the reports.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/briefs', page: () => import('./trip.tsx') },
  { path: '/briefs/$organisationId', page: () => import('./brief.tsx') },
  { path: '/evidence-packs', page: () => import('./evidence-packs.tsx') },
]
