// Every piece of the kit in all its states, for those who build pages with it.
import { Page as Frame } from '../ui/page.tsx'

export const Page = () => <Frame title="Kit">ok</Frame>
