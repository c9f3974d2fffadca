// The pages of commitments.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/agreements/$id/commitments/new', page: () => import('./new-commitment.tsx') },
  { path: '/agreements/$id/commitments/$commitment', page: () => import('./revise-commitment.tsx') },
  { path: '/agreements/$id/term', page: () => import('./term.tsx') },
  { path: '/handovers', page: () => import('./handovers.tsx') },
  { path: '/activities/new', page: () => import('./log.tsx') },
  { path: '/activities/$id', page: () => import('./activity.tsx') },
]
