import type { FailureReason } from "../../sdk/types"
import { pickTexts } from "../shared/text"

/** Every text of the page. `{...}` is filled in. */
export type Dictionary = {
  title: string
  hello: string
  progress: string
  stops: string
  oneStop: string
  about: string
  start: string
  next: string
  order: string
  noName: string
  estimated: string
  noPosition: string
  navigate: string
  call: string
  items: string
  oneItem: string
  note: string
  giftWrap: string
  giftMessage: string
  collect: string
  nothingDue: string
  arrived: string
  delivered: string
  failed: string
  undoArrived: string
  later: string
  done: string
  tryAgain: string
  state: { delivered: string; failed: string; arrived: string }
  waiting: string
  finished: string
  finishedText: string
  canceled: string
  canceledText: string
  handIn: string
  short: string
  cashTitle: string
  due: string
  received: string
  exact: string
  change: string
  missing: string
  amountWrong: string
  confirm: string
  confirmShort: string
  cancel: string
  failTitle: string
  reasons: Record<FailureReason, string>
  noteLabel: string
  confirmFail: string
  live: string
  connecting: string
  offline: string
  unsent: string
  oneUnsent: string
  retry: string
  lost: string
  refused: string
  missingTitle: string
  missingText: string
  newTab: string
}

const en: Dictionary = {
  title: "Your route",
  hello: "Route of {name}",
  progress: "{done} of {total} done",
  stops: "{count} stops",
  oneStop: "1 stop",
  about: "about {distance}",
  start: "Start route",
  next: "Next stop",
  order: "Order #{number}",
  noName: "No name",
  estimated: "Map position is estimated: follow the address",
  noPosition: "No map position: follow the address",
  navigate: "Navigate",
  call: "Call",
  items: "{count} items",
  oneItem: "1 item",
  note: "Note",
  giftWrap: "Gift wrap",
  giftMessage: "Card",
  collect: "Collect {amount} in cash",
  nothingDue: "Nothing to collect",
  arrived: "I have arrived",
  delivered: "Delivered",
  failed: "Could not deliver",
  undoArrived: "Not there yet",
  later: "After that",
  done: "Done",
  tryAgain: "Try again",
  state: {
    delivered: "Delivered",
    failed: "Not delivered",
    arrived: "At the door",
  },
  waiting: "Not sent yet",
  finished: "Route finished",
  finishedText: "{delivered} delivered, {failed} not delivered.",
  canceled: "Route called off",
  canceledText: "The shop has called this route off.",
  handIn: "Cash to hand in",
  short: "{amount} missing of what was due",
  cashTitle: "Cash from {name}",
  due: "To collect",
  received: "Received",
  exact: "Exact",
  change: "Give back {amount}",
  missing: "{amount} are missing",
  amountWrong: "Enter an amount such as 40 or 40.50",
  confirm: "Confirm delivery",
  confirmShort: "Deliver with {amount} missing",
  cancel: "Back",
  failTitle: "Why not delivered?",
  reasons: {
    nobody_home: "Nobody home",
    refused: "Customer refused",
    wrong_address: "Address is wrong",
    damaged: "Goods are damaged",
    other: "Other reason",
  },
  noteLabel: "Note for the shop (optional)",
  confirmFail: "Record and go on",
  live: "Live",
  connecting: "Connecting",
  offline: "No connection",
  unsent:
    "{count} entries are not sent yet. They are kept on this phone and sent again.",
  oneUnsent:
    "1 entry is not sent yet. It is kept on this phone and sent again.",
  retry: "Send now",
  lost: "The shop cannot be reached. What you enter is kept and sent later.",
  refused: "The shop did not accept this: {reason}",
  missingTitle: "This link works no more",
  missingText:
    "Driver links end some hours after the last delivery, or when the shop takes them back. Ask the shop for a new one.",
  newTab: "opens the map",
}

const es: Dictionary = {
  title: "Tu ruta",
  hello: "Ruta de {name}",
  progress: "{done} de {total} hechas",
  stops: "{count} paradas",
  oneStop: "1 parada",
  about: "unos {distance}",
  start: "Empezar la ruta",
  next: "Próxima parada",
  order: "Pedido n.º {number}",
  noName: "Sin nombre",
  estimated: "La posición del mapa es aproximada: sigue la dirección",
  noPosition: "Sin posición en el mapa: sigue la dirección",
  navigate: "Navegar",
  call: "Llamar",
  items: "{count} artículos",
  oneItem: "1 artículo",
  note: "Nota",
  giftWrap: "Envolver para regalo",
  giftMessage: "Tarjeta",
  collect: "Cobrar {amount} en efectivo",
  nothingDue: "Nada que cobrar",
  arrived: "He llegado",
  delivered: "Entregado",
  failed: "No se pudo entregar",
  undoArrived: "Aún no he llegado",
  later: "Después",
  done: "Hechas",
  tryAgain: "Intentar otra vez",
  state: {
    delivered: "Entregado",
    failed: "No entregado",
    arrived: "En la puerta",
  },
  waiting: "Sin enviar",
  finished: "Ruta terminada",
  finishedText: "{delivered} entregados, {failed} no entregados.",
  canceled: "Ruta anulada",
  canceledText: "La tienda ha anulado esta ruta.",
  handIn: "Efectivo que entregar",
  short: "Faltan {amount} de lo que había que cobrar",
  cashTitle: "Efectivo de {name}",
  due: "A cobrar",
  received: "Recibido",
  exact: "Exacto",
  change: "Devolver {amount}",
  missing: "Faltan {amount}",
  amountWrong: "Escribe un importe como 40 o 40,50",
  confirm: "Confirmar entrega",
  confirmShort: "Entregar aunque falten {amount}",
  cancel: "Volver",
  failTitle: "¿Por qué no se entregó?",
  reasons: {
    nobody_home: "No hay nadie",
    refused: "El cliente lo rechazó",
    wrong_address: "La dirección es incorrecta",
    damaged: "La mercancía está dañada",
    other: "Otro motivo",
  },
  noteLabel: "Nota para la tienda (opcional)",
  confirmFail: "Anotar y seguir",
  live: "En directo",
  connecting: "Conectando",
  offline: "Sin conexión",
  unsent:
    "{count} anotaciones sin enviar. Se guardan en este teléfono y se envían otra vez.",
  oneUnsent:
    "1 anotación sin enviar. Se guarda en este teléfono y se envía otra vez.",
  retry: "Enviar ahora",
  lost: "No se puede contactar con la tienda. Lo que anotes se guarda y se envía después.",
  refused: "La tienda no lo aceptó: {reason}",
  missingTitle: "Este enlace ya no funciona",
  missingText:
    "Los enlaces de ruta terminan unas horas después de la última entrega o cuando la tienda los retira. Pide uno nuevo a la tienda.",
  newTab: "abre el mapa",
}

const vi: Dictionary = {
  title: "Tuyến giao của bạn",
  hello: "Tuyến giao của {name}",
  progress: "Xong {done} trên {total}",
  stops: "{count} điểm giao",
  oneStop: "1 điểm giao",
  about: "khoảng {distance}",
  start: "Bắt đầu tuyến",
  next: "Điểm giao tiếp theo",
  order: "Đơn hàng số {number}",
  noName: "Không có tên",
  estimated: "Vị trí trên bản đồ là ước lượng: hãy đi theo địa chỉ",
  noPosition: "Không có vị trí trên bản đồ: hãy đi theo địa chỉ",
  navigate: "Chỉ đường",
  call: "Gọi",
  items: "{count} món",
  oneItem: "1 món",
  note: "Ghi chú",
  giftWrap: "Gói quà",
  giftMessage: "Thiệp",
  collect: "Thu {amount} tiền mặt",
  nothingDue: "Không phải thu tiền",
  arrived: "Tôi đã đến",
  delivered: "Đã giao",
  failed: "Không giao được",
  undoArrived: "Chưa đến nơi",
  later: "Sau đó",
  done: "Đã xong",
  tryAgain: "Giao lại",
  state: {
    delivered: "Đã giao",
    failed: "Chưa giao được",
    arrived: "Đã đến nơi",
  },
  waiting: "Chưa gửi",
  finished: "Đã xong tuyến giao",
  finishedText: "{delivered} đơn đã giao, {failed} đơn chưa giao được.",
  canceled: "Tuyến giao đã hủy",
  canceledText: "Cửa hàng đã hủy tuyến giao này.",
  handIn: "Tiền mặt phải nộp",
  short: "Thiếu {amount} so với số phải thu",
  cashTitle: "Tiền mặt của {name}",
  due: "Phải thu",
  received: "Đã nhận",
  exact: "Đủ",
  change: "Trả lại {amount}",
  missing: "Còn thiếu {amount}",
  amountWrong: "Nhập số tiền, ví dụ 40 hoặc 40,50",
  confirm: "Xác nhận đã giao",
  confirmShort: "Giao dù thiếu {amount}",
  cancel: "Quay lại",
  failTitle: "Vì sao không giao được?",
  reasons: {
    nobody_home: "Không có ai ở nhà",
    refused: "Khách từ chối nhận",
    wrong_address: "Sai địa chỉ",
    damaged: "Hàng bị hỏng",
    other: "Lý do khác",
  },
  noteLabel: "Ghi chú cho cửa hàng (không bắt buộc)",
  confirmFail: "Ghi lại và đi tiếp",
  live: "Trực tiếp",
  connecting: "Đang kết nối",
  offline: "Mất kết nối",
  unsent:
    "{count} mục chưa gửi. Chúng được giữ trên điện thoại này và sẽ gửi lại.",
  oneUnsent: "1 mục chưa gửi. Mục này được giữ trên điện thoại và sẽ gửi lại.",
  retry: "Gửi ngay",
  lost: "Không liên lạc được với cửa hàng. Những gì bạn nhập được giữ lại và gửi sau.",
  refused: "Cửa hàng không chấp nhận: {reason}",
  missingTitle: "Liên kết này không còn dùng được",
  missingText:
    "Liên kết của tài xế hết hạn vài giờ sau lần giao cuối, hoặc khi cửa hàng thu hồi. Hãy xin cửa hàng liên kết mới.",
  newTab: "mở bản đồ",
}

/** The first of the driver's languages that the page speaks. */
export const pickLanguage = (languages: readonly string[]) =>
  pickTexts<Dictionary>({ en, es, vi }, languages)
