import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container, Skeleton } from "@medusajs/ui"

import { PageError } from "../../../components/page-state"
import { useBookings } from "../../../hooks/api/bookings"
import { useShopZone } from "../../../hooks/use-shop-zone"
import { addDays, dayInZone } from "../../../lib/dates"
import { Attention } from "./attention"
import { NextSlots } from "./next-slots"
import { countOverdue, nextSlots } from "./slot-load"
import { Today } from "./today"
import { TodaysOrders } from "./todays-orders"

/** Days looked ahead for slots that need somebody. */
const DAYS_AHEAD = 2
const ENOUGH_BOOKINGS = 200
const REFRESH_MS = 30_000

/** What needs the shop now, each a link to the work. */
export function Home() {
  const zone = useShopZone()
  if (!zone) {
    return <HomeSkeleton />
  }
  return <HomeOf today={dayInZone(new Date(), zone)} zone={zone} />
}

type HomeOfProps = { today: string; zone: string }

function HomeOf({ today, zone }: HomeOfProps) {
  const { bookings, isPending, error, refetch } = useBookings(
    {
      date_from: today,
      date_to: addDays(today, DAYS_AHEAD),
      status: ["booked", "delivered", "committed", "held"],
      limit: ENOUGH_BOOKINGS,
    },
    { refetchInterval: REFRESH_MS }
  )

  if (isPending) {
    return <HomeSkeleton />
  }
  if (!bookings) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  const slots = nextSlots(bookings, new Date())
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_home.list"
      preferredLayoutId="core:single-column"
      hasOutlet={false}
      sections={{
        main: (
          <LayoutComposer.Entry id="CornerstoreHome">
            {/* On a phone what needs somebody comes before what is planned. */}
            <div className="grid items-start gap-3 xl:grid-cols-[minmax(0,1fr)_440px]">
              <Today today={today} />
              <div className="xl:col-start-2 xl:row-span-3 xl:row-start-1">
                <Attention
                  slots={slots}
                  overdue={countOverdue(bookings, new Date())}
                  zone={zone}
                />
              </div>
              <TodaysOrders today={today} zone={zone} />
              <NextSlots slots={slots} zone={zone} />
            </div>
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}

function HomeSkeleton() {
  return (
    <div className="flex flex-col gap-y-3">
      <Container className="p-6">
        <Skeleton className="h-24 w-full" />
      </Container>
      <Container className="p-6">
        <Skeleton className="h-48 w-full" />
      </Container>
    </div>
  )
}
