import { MonthList } from "./month-list"
import { MonthTable } from "./month-table"
import type { ViewProps } from "./calendar-section"

/** A month: a table of weeks, on a phone a list of days. */
export function MonthView(props: ViewProps) {
  return (
    <>
      <div className="hidden md:block">
        <MonthTable {...props} />
      </div>
      <div className="md:hidden">
        <MonthList {...props} />
      </div>
    </>
  )
}
