import { pickTexts } from "../shared/text"
import type { Phase } from "./phase"

/** Every text of the page. `{...}` is filled in. */
export type Dictionary = {
  title: string
  order: string
  orderLabel: string
  district: string
  stage: Record<Phase, string>
  announce: Record<Phase, string>
  eyebrow: {
    booked: string
    late: string
    arrived: string
    delivered: string
    failed: string
    canceled: string
  }
  step: {
    booked: string
    window: string
    onTheWay: string
    arrived: string
    delivered: string
    failed: string
    canceled: string
  }
  lateNote: string
  lateOnTheWay: string
  youAreNext: string
  oneStopBefore: string
  stopsBefore: string
  arrivedHeadline: string
  arrivedNote: string
  failedHeadline: string
  failedNote: string
  canceledHeadline: string
  canceledNote: string
  shopTime: string
  justNow: string
  updated: string
  connecting: string
  live: string
  offline: string
  lost: string
  lostNow: string
  lostSince: string
  back: string
  retry: string
  missingTitle: string
  missingText: string
}

const en: Dictionary = {
  title: "Your delivery",
  order: "Order #{number}",
  orderLabel: "Order",
  district: "Delivery area",
  stage: {
    upcoming: "Scheduled",
    now: "Due now",
    late: "Running late",
    on_the_way: "On the way",
    arrived: "At your door",
    failed: "Not delivered",
    delivered: "Delivered",
    canceled: "Canceled",
  },
  announce: {
    upcoming: "Your delivery is scheduled: {when}",
    now: "Your delivery is planned for now: {when}",
    late: "Your delivery is later than planned",
    on_the_way: "Your delivery is on the way: {when}",
    arrived: "Your driver is at your door",
    failed: "Your order could not be delivered",
    delivered: "Your order was delivered: {when}",
    canceled: "Your delivery was canceled",
  },
  eyebrow: {
    booked: "Arrives",
    late: "Was planned for",
    arrived: "Your order",
    failed: "Your order",
    delivered: "Your order is there",
    canceled: "Your order",
  },
  step: {
    booked: "Scheduled",
    window: "Delivery time",
    onTheWay: "On the way",
    arrived: "At your door",
    failed: "Not delivered",
    delivered: "Delivered",
    canceled: "Canceled",
  },
  lateNote:
    "The time has passed and your order is not marked as delivered yet. If it does not arrive soon, please contact the shop.",
  lateOnTheWay:
    "It is taking longer than planned. Your order is still on its way.",
  youAreNext: "You are the next stop.",
  oneStopBefore: "1 stop before you",
  stopsBefore: "{count} stops before you",
  arrivedHeadline: "Your driver is here",
  arrivedNote:
    "Please come to the door. Have your money ready if you pay in cash.",
  failedHeadline: "We could not deliver your order",
  failedNote:
    "The shop will get in touch about another try. Contact the shop if you are waiting for it.",
  canceledHeadline: "This delivery was canceled",
  canceledNote: "If you did not expect this, please contact the shop.",
  shopTime: "Local time of the shop ({zone})",
  justNow: "Updated just now",
  updated: "Updated {ago}",
  connecting: "Connecting",
  live: "Live",
  offline: "Not connected",
  lost: "The shop cannot be reached. We keep trying.",
  lostNow: "Connection lost. We keep trying.",
  lostSince: "Connection lost. This was checked {ago}; we keep trying.",
  back: "The connection is back",
  retry: "Try again",
  missingTitle: "This link leads nowhere any more",
  missingText:
    "Tracking links stop working some days after the delivery. Please check that the link is complete, or ask the shop how your order stands.",
}

const es: Dictionary = {
  title: "Tu entrega",
  order: "Pedido n.º {number}",
  orderLabel: "Pedido",
  district: "Zona de entrega",
  stage: {
    upcoming: "Programada",
    now: "Llega ahora",
    late: "Con retraso",
    on_the_way: "En camino",
    arrived: "En tu puerta",
    failed: "No entregado",
    delivered: "Entregado",
    canceled: "Cancelada",
  },
  announce: {
    upcoming: "Tu entrega está programada: {when}",
    now: "Tu entrega llega ahora: {when}",
    late: "Tu entrega va más tarde de lo previsto",
    on_the_way: "Tu entrega está en camino: {when}",
    arrived: "El repartidor está en tu puerta",
    failed: "No se pudo entregar tu pedido",
    delivered: "Tu pedido fue entregado: {when}",
    canceled: "Tu entrega fue cancelada",
  },
  eyebrow: {
    booked: "Llega",
    late: "Estaba prevista para",
    arrived: "Tu pedido",
    failed: "Tu pedido",
    delivered: "Tu pedido ya está ahí",
    canceled: "Tu pedido",
  },
  step: {
    booked: "Programada",
    window: "Hora de entrega",
    onTheWay: "En camino",
    arrived: "En tu puerta",
    failed: "No entregado",
    delivered: "Entregado",
    canceled: "Cancelada",
  },
  lateNote:
    "La hora ya pasó y tu pedido aún no figura como entregado. Si no llega pronto, contacta con la tienda.",
  lateOnTheWay: "Está tardando más de lo previsto. Tu pedido sigue en camino.",
  youAreNext: "Eres la próxima parada.",
  oneStopBefore: "1 parada antes que tú",
  stopsBefore: "{count} paradas antes que tú",
  arrivedHeadline: "El repartidor ya está aquí",
  arrivedNote:
    "Acércate a la puerta, por favor. Ten el dinero a mano si pagas en efectivo.",
  failedHeadline: "No pudimos entregar tu pedido",
  failedNote:
    "La tienda se pondrá en contacto para intentarlo otra vez. Si lo estás esperando, contacta con la tienda.",
  canceledHeadline: "Esta entrega fue cancelada",
  canceledNote: "Si no lo esperabas, contacta con la tienda.",
  shopTime: "Hora local de la tienda ({zone})",
  justNow: "Actualizado ahora mismo",
  updated: "Actualizado {ago}",
  connecting: "Conectando",
  live: "En directo",
  offline: "Sin conexión",
  lost: "No se puede contactar con la tienda. Seguimos intentándolo.",
  lostNow: "Conexión perdida. Seguimos intentándolo.",
  lostSince: "Conexión perdida. Esto se comprobó {ago}; seguimos intentándolo.",
  back: "La conexión ha vuelto",
  retry: "Reintentar",
  missingTitle: "Este enlace ya no lleva a ningún sitio",
  missingText:
    "Los enlaces de seguimiento dejan de funcionar unos días después de la entrega. Comprueba que el enlace esté completo o pregunta a la tienda por tu pedido.",
}

const vi: Dictionary = {
  title: "Đơn giao của bạn",
  order: "Đơn hàng số {number}",
  orderLabel: "Đơn hàng",
  district: "Khu vực giao",
  stage: {
    upcoming: "Đã lên lịch",
    now: "Đang đến giờ giao",
    late: "Trễ giờ",
    on_the_way: "Đang giao",
    arrived: "Đã đến nơi",
    failed: "Chưa giao được",
    delivered: "Đã giao",
    canceled: "Đã hủy",
  },
  announce: {
    upcoming: "Đơn giao của bạn đã được lên lịch: {when}",
    now: "Đã đến giờ giao đơn của bạn: {when}",
    late: "Đơn giao của bạn trễ hơn dự kiến",
    on_the_way: "Đơn hàng của bạn đang trên đường: {when}",
    arrived: "Tài xế đã đến trước cửa nhà bạn",
    failed: "Chưa giao được đơn hàng của bạn",
    delivered: "Đơn hàng của bạn đã được giao: {when}",
    canceled: "Đơn giao của bạn đã bị hủy",
  },
  eyebrow: {
    booked: "Giao đến",
    late: "Dự kiến giao lúc",
    arrived: "Đơn hàng của bạn",
    failed: "Đơn hàng của bạn",
    delivered: "Hàng đã đến nơi",
    canceled: "Đơn hàng của bạn",
  },
  step: {
    booked: "Đã lên lịch",
    window: "Giờ giao hàng",
    onTheWay: "Đang giao",
    arrived: "Đã đến nơi",
    failed: "Chưa giao được",
    delivered: "Đã giao",
    canceled: "Đã hủy",
  },
  lateNote:
    "Đã quá giờ mà đơn hàng vẫn chưa được ghi nhận là đã giao. Nếu hàng chưa đến sớm, vui lòng liên hệ cửa hàng.",
  lateOnTheWay:
    "Chuyến giao lâu hơn dự kiến. Đơn hàng của bạn vẫn đang trên đường.",
  youAreNext: "Bạn là điểm giao tiếp theo.",
  oneStopBefore: "Còn 1 điểm giao trước bạn",
  stopsBefore: "Còn {count} điểm giao trước bạn",
  arrivedHeadline: "Tài xế đã đến",
  arrivedNote:
    "Vui lòng ra cửa nhận hàng. Chuẩn bị sẵn tiền nếu bạn trả tiền mặt.",
  failedHeadline: "Chúng tôi chưa giao được đơn hàng",
  failedNote:
    "Cửa hàng sẽ liên hệ để giao lại. Nếu bạn đang chờ, vui lòng liên hệ cửa hàng.",
  canceledHeadline: "Đơn giao này đã bị hủy",
  canceledNote: "Nếu bạn không yêu cầu hủy, vui lòng liên hệ cửa hàng.",
  shopTime: "Giờ địa phương của cửa hàng ({zone})",
  justNow: "Vừa cập nhật",
  updated: "Cập nhật {ago}",
  connecting: "Đang kết nối",
  live: "Trực tiếp",
  offline: "Mất kết nối",
  lost: "Không liên lạc được với cửa hàng. Chúng tôi vẫn đang thử lại.",
  lostNow: "Mất kết nối. Chúng tôi vẫn đang thử lại.",
  lostSince:
    "Mất kết nối. Thông tin kiểm tra {ago}; chúng tôi vẫn đang thử lại.",
  back: "Đã kết nối lại",
  retry: "Thử lại",
  missingTitle: "Liên kết này không còn dùng được",
  missingText:
    "Liên kết theo dõi hết hiệu lực vài ngày sau khi giao. Vui lòng kiểm tra xem liên kết có đầy đủ không, hoặc hỏi cửa hàng về đơn hàng của bạn.",
}

/** The first of the viewer's languages that the page speaks. */
export const pickLanguage = (languages: readonly string[]) =>
  pickTexts<Dictionary>({ en, es, vi }, languages)
