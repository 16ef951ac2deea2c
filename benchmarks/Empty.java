/** The floor under every start: a main that does nothing. */
public final class Empty {

  private Empty() {}

  /** Ends at once. */
  public static void main(String[] args) {}
}
