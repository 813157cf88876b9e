/** Given names of people who could live in one city; the mix is San Francisco's. */
export const FIRST_NAMES = `
  Mia Sam Priya Leo Ana Tom Wei Grace Noah Olivia Mateo Sofia Kenji Yuki Hana
  Aisha Omar Layla Yusuf Fatima Dmitri Irina Nadia Viktor Chloe Luc Amélie Diego
  Lucía Carmen Rafael Ximena Andrés Valentina Joaquín Minh Linh Thảo Khanh Jin
  Soo-ah Min-jun Arjun Meera Ravi Anika Kofi Ama Kwame Zainab Chidi Ngozi Ethan
  Ava Lucas Emma Jack Ruby Oscar Ivy Hugo Nora Felix Clara Otto Greta Marco
  Giulia Paolo Siobhán Declan Fiona Malia Keoni Leilani Tomasz Zofia Elif Deniz
`
  .trim()
  .split(/\s+/)

export const LAST_NAMES = `
  Nguyen Ortega Raman Fischer Castillo Whitaker Chen O'Connell Garcia Kim Lee
  Tanaka Sato Patel Shah Khan Haddad Ivanov Petrova Dubois Moreau Rossi Bianchi
  Kowalski Nowak Murphy Byrne Kealoha Reyes Santos Cruz Flores Mendoza Tran Le
  Pham Wong Lam Huang Liu Zhang Park Choi Okafor Mensah Adeyemi Johnson Williams
  Brown Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris
  Martin Thompson Robinson Clark Lewis Walker Young Hernandez King Wright Lopez
  Hill Scott Green Adams Baker Nelson Carter Mitchell Pérez Roberts Turner Yılmaz
`
  .trim()
  .split(/\s+/)
