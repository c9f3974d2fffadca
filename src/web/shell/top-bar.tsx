// The name of the installation, the one search box, the language, the person.
import { useText } from '../text.tsx'
import { useMe } from '../viewer.ts'
import { Go } from '../ui/link.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SearchBox } from './search-box.tsx'

export function TopBar() {
  const text = useText()
  const me = useMe()
  return (
    <header className="top-bar no-print">
      <Go to="/" className="name">
        <Peaks />
        <span>{me?.instance.name ?? 'Pamir'}</span>
      </Go>
      {me?.viewer && <SearchBox />}
      <div className="top-bar-end">
        <LanguageMenu />
        {me?.viewer ? <PersonMenu viewer={me.viewer} /> : <Go to="/sign-in" className="button quiet">{text('web.sign-in')}</Go>}
      </div>
    </header>
  )
}

/** The mark of the house: two ridges, one snow line. */
export const Peaks = () => (
  <svg width="28" height="28" viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" strokeLinecap="round"
    aria-hidden="true">
    <path d="M3 25 12.500 8l5 8.500L20 12l9 13zM9.600 13.200l3 2.600 2.900-2.600" />
  </svg>
)
