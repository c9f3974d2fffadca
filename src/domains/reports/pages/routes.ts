// The pages of the reports.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/briefs', page: () => import('./trip.tsx') },
  { path: '/briefs/$organisationId', page: () => import('./brief.tsx') },
  { path: '/reports', page: () => import('./annual-reports.tsx') },
  { path: '/reports/new', page: () => import('./new-annual.tsx') },
  { path: '/reports/$id', page: () => import('./annual.tsx') },
  { path: '/ministry', page: () => import('./ministry.tsx') },
  { path: '/evidence-packs', page: () => import('./evidence-packs.tsx') },
]
