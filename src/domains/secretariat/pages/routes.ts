// The pages of the secretariat.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/alliances/$id/register', page: () => import('./table.tsx') },
  { path: '/alliances/$id/sub-alliances', page: () => import('./sub-alliances.tsx') },
]
