import { Container, Skeleton } from "@medusajs/ui"

/** A page of sections until its data is there. */
export function PageSkeleton() {
  return (
    <Container className="flex flex-col gap-3 p-6">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-40 w-full" />
    </Container>
  )
}
