// The frame around every page: the bar, the places, the page itself.
import { Outlet, useMatches } from '@tanstack/react-router'
import { useText } from '../text.tsx'
import { useViewer } from '../viewer.ts'
import { OfflineBanner } from './offline.tsx'
import { Places, PhonePlaces } from './places.tsx'
import './shell.css'
import { TopBar } from './top-bar.tsx'

export function Shell() {
  const text = useText()
  const viewer = useViewer()
  const plain = useMatches({ select: (matches) => matches.at(-1)?.staticData.plain === true }) || viewer === null
  return (
    <div className={plain ? 'shell plain' : 'shell'}>
      <a href="#main" className="skip">{text('web.skip')}</a>
      <TopBar />
      {!plain && <Places />}
      <main id="main" tabIndex={-1}>
        <OfflineBanner />
        <Outlet />
      </main>
      {!plain && <PhonePlaces />}
    </div>
  )
}
