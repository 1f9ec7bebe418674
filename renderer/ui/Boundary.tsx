import { Component, type ErrorInfo, type ReactNode } from 'react'
import { problemOf } from '../app/bridge.ts'
import { ProblemView } from './ProblemView.tsx'

interface Props {
  readonly children: ReactNode
  /** Shown anew when it changes, such as the id of an entry. */
  readonly subject?: string | number | undefined
}

interface State {
  readonly thrown: unknown
  readonly hasThrown: boolean
}

/** Keeps what breaks in one pane there. Drafts live in the view, so that nothing typed is lost with the pane. */
export class Boundary extends Component<Props, State> {
  override state: State = { thrown: undefined, hasThrown: false }

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown, hasThrown: true }
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    // Main keeps the console of the window in its log; the stack of components has no content in it.
    console.error('a pane broke', thrown instanceof Error ? thrown.name : 'unknown', info.componentStack)
  }

  override componentDidUpdate(former: Props): void {
    if (this.state.hasThrown && former.subject !== this.props.subject) this.reset()
  }

  reset = (): void => this.setState({ thrown: undefined, hasThrown: false })

  override render(): ReactNode {
    if (!this.state.hasThrown) return this.props.children
    return (
      <div style={{ padding: 'var(--mantine-spacing-md)' }}>
        <ProblemView problem={problemOf(this.state.thrown)} retry={this.reset} />
      </div>
    )
  }
}
