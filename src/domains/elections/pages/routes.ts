// The pages of elections.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/alliances/$id/elections', page: () => import('./offices.tsx') },
  { path: '/elections/$id', page: () => import('./election.tsx') },
]
