import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Button, Input, Text, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useSearchParams } from "react-router-dom"
import { z } from "zod"

import { useCreateCalendarFeed } from "../../../../../hooks/api/calendar-feeds"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../../lib/errors"
import { DistrictSelect } from "../district-select"

/** The server takes no longer name. */
const NAME_LENGTH = 100

/** Makes a link: whose phone it is for, and what it shows. */
export function FeedForm() {
  const { t } = useCornerstoreTranslation()
  const [params] = useSearchParams()
  const { mutateAsync, isPending } = useCreateCalendarFeed()
  const schema = z.object({
    name: z
      .string()
      .trim()
      .min(1, t("calendar.subscribe.nameMissing"))
      .max(NAME_LENGTH),
    /** Null for every district. */
    district_id: z.string().nullable(),
  })
  const form = useForm<z.infer<typeof schema>>({
    // What the calendar shows is likely what the phone shall show.
    defaultValues: { name: "", district_id: params.get("district_id") },
    resolver: zodResolver(schema),
  })

  const save = form.handleSubmit(async (values) => {
    try {
      const { calendar_feed } = await mutateAsync(values)
      form.reset({ ...values, name: "" })
      toast.success(
        t("calendar.subscribe.created", { name: calendar_feed.name })
      )
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <Form {...form}>
      <form
        onSubmit={(event) => void save(event)}
        className="flex flex-col gap-4"
      >
        <Text size="small" weight="plus" asChild>
          <h3>{t("calendar.subscribe.create")}</h3>
        </Text>
        <Form.Field
          control={form.control}
          name="name"
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("calendar.subscribe.name")}</Form.Label>
              <Form.Control>
                <Input
                  {...field}
                  autoComplete="off"
                  maxLength={NAME_LENGTH}
                  placeholder={t("calendar.subscribe.namePlaceholder")}
                />
              </Form.Control>
              <Form.Hint>{t("calendar.subscribe.nameHint")}</Form.Hint>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
        <div className="flex items-center justify-between gap-2">
          <Form.Field
            control={form.control}
            name="district_id"
            render={({ field: { value, onChange } }) => (
              <DistrictSelect value={value} onChange={onChange} />
            )}
          />
          <Button
            size="small"
            type="submit"
            className="shrink-0"
            isLoading={isPending}
          >
            {t("calendar.subscribe.submit")}
          </Button>
        </div>
      </form>
    </Form>
  )
}
