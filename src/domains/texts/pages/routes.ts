// The pages of texts.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/drafts', page: () => import('./board.tsx') },
  { path: '/drafts/new', page: () => import('./new-draft.tsx') },
  { path: '/agreements/$id/text', page: () => import('./text.tsx') },
  { path: '/agreements/$id/text/versions', page: () => import('./versions.tsx') },
]
