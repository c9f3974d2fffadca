// The frame of the settings: which there are depends on the offices one holds.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '#web/text.tsx'
import { Page } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import './settings.css'

const own = ['profile', 'security', 'people'] as const
const desk = ['outbox', 'installation', 'example'] as const
type Place = (typeof own | typeof desk)[number]
const addressOf = (place: Place): string => (place === 'profile' ? '/settings' : `/settings/${place}`)

export function SettingsFrame({ place, actions, width = 'page', children }: { place: Place; actions?: ReactNode; width?: 'page' | 'register'; children: ReactNode }) {
  const text = useText()
  const viewer = useViewer()
  const keepsWebhooks = viewer?.admin || viewer?.offices.some(({ role }) => role === 'director')
  const places: Place[] = viewer?.admin ? [...own, ...desk] : viewer?.offices.length ? [...own] : ['profile', 'security']
  return (
    <Page title={text(`people.settings.${place}`)} width={width} actions={actions}>
      <nav className="settings-places no-print" aria-label={text('web.places.settings')}>
        {places.map((each) => <Link key={each} to={addressOf(each) as never} activeOptions={{ exact: true, includeSearch: false }}>{text(`people.settings.${each}`)}</Link>)}
        {keepsWebhooks && <Link to={'/settings/webhooks' as never}>{text('people.settings.webhooks')}</Link>}
      </nav>
      {children}
    </Page>
  )
}
